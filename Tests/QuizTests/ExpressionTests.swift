import Bilingual
import Simulation
import Testing

@testable import Quiz

private let numbers: [String: Number] = [
  "i": Number(4_294_967_295, in: .a), "x": Number(5, in: .a), "j": Number(300, in: .b), "n": Number(10),
  "key.ack": Number(9, in: .a),
]

private func value(_ text: String) throws -> Number { try Expression(text).value(with: numbers) }

/// What is said of an expression that can't be read or computed.
private func problem(_ text: String) -> String? {
  do throws(LineProblem) {
    _ = try Expression(text).value(with: numbers)
    return nil
  } catch {
    #expect(error.message.zh != error.message.en)
    return error.message.en
  }
}

@Suite struct `Expressions` {
  @Test(arguments: [
    ("i+1", Number(0, in: .a)), ("i", Number(4_294_967_295, in: .a)), ("j+n+1", Number(311, in: .b)),
    ("x-10", Number(4_294_967_291, in: .a)), ("j + 4294967295", Number(299, in: .b)),
    ("x−n", Number(4_294_967_291, in: .a)),
    ("i+j-i", Number(300, in: .b)),
  ])
  func `A number of a sequence space stays in it, modulo 2³²`(text: String, expected: Number) throws {
    #expect(try value(text) == expected)
  }

  @Test(arguments: [
    ("7", 7), ("n+n-30", -10), ("x-i", 6), ("i-x", -6), ("key.ack-i", 10), ("key.ack-i-1", 9), ("j-j", 0),
  ])
  func `Counts are plain, and the difference of two numbers of a space is one`(text: String, expected: Int) throws {
    #expect(try value(text) == Number(expected))
  }

  @Test func `Times have a point`() throws {
    #expect(try value("240.05+n").billionths == 250_050_000_000)
    #expect(try value("0.5").whole == nil && value("0.5+0.5").whole == 1)
    #expect(try value("0.5").sequenceNumber == nil && value("0-1").sequenceNumber == 4_294_967_295)
  }

  @Test(arguments: ["i+j", "i+x", "i-j", "1-i", "n-j", "i+i-j"])
  func `Any other sum of sequence numbers is refused`(text: String) {
    #expect(problem(text) == "“\(text)” means nothing: sequence numbers don't add up like that")
  }

  @Test(arguments: [
    ("", "the expression is empty"), (" ", "the expression is empty"),
    ("k+1", "“k+1” has “k”, which stands for nothing"),
    ("key.seq", "“key.seq” has “key.seq”, which stands for nothing"),
    ("i+", "something is missing beside a + or − in “i+”"), ("+1", "something is missing beside a + or − in “+1”"),
    ("i++1", "something is missing beside a + or − in “i++1”"),
    ("i*2", "“i*2” in “i*2” is no variable and no number"), ("$i+1", "“$i” in “$i+1” is no variable and no number"),
    ("2i", "“2i” in “2i” is no number that fits"),
    ("4294967296", "“4294967296” in “4294967296” is no number that fits"),
    ("1.", "“1.” in “1.” is no number that fits"), ("i.", "“i.” in “i.” is no variable and no number"),
    ("i+0.5", "“i+0.5” is no whole number, and so no sequence number"),
  ])
  func `What can't be read or computed is told`(text: String, message: String) {
    #expect(problem(text) == message)
  }

  @Test func `It is bounded, and does not trap`() {
    let long = String(repeating: "4294967295+", count: 15) + "4294967295"
    #expect(problem(long) == nil)
    #expect(problem(long + "+1") == "the expression is too long: it may have 16 terms")
    for text in ["٣", "-", "−−", "…", "a..b", ".", "9.9.9", "\u{0}", "i+٣"] { _ = problem(text) }
  }

  @Test func `Names are those that stand there`() throws {
    #expect(try Expression("i+n - 3 + n").names == ["i", "n", "n"])
    #expect(try Expression(" i + 1 ").description == "i+1")
  }
}
