import Bilingual
import Foundation
import Manuscript
import Support
import Testing

private func error<Value>(_ body: () throws(TextFileError) -> Value) -> TextFileError? {
  do throws(TextFileError) {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

@Suite struct `A text file` {
  private let directory: TemporaryFolder

  init() throws { directory = try TemporaryFolder() }

  @Test(arguments: ["", "a", "三次握手\r\n", "\u{1F468}\u{200D}\u{1F469}\u{0}", String(repeating: "甲", count: 50_000)])
  func `It is read as it is`(text: String) throws {
    let path = try directory.write("a", Data(Array(text.utf8)))
    #expect(Array(try TextFile.read(path).utf8) == Array(text.utf8))
    #expect(Array(try TextFile.read(path, orPipe: true).utf8) == Array(text.utf8))
    #expect(text.hasPrefix(try TextFile.readHead(path) { _ in true }))
  }

  @Test(
    arguments: [
      ([0xFF], 1, 1), ([0x61, 0x0A, 0xE4, 0xB8, 0xAD, 0xC0], 2, 2), ([0x61, 0xE4, 0xB8], 1, 2),
      ([0xED, 0xA0, 0x80], 1, 1), ([0xE4, 0xB8, 0xAD, 0x0D, 0x0A, 0x80, 0x61], 2, 1), ([0xC0, 0x80], 1, 1),
      ([0xF4, 0x90, 0x80, 0x80], 1, 1), ([0x65, 0xCC, 0x81, 0xF8], 1, 2),
    ] as [([UInt8], Int, Int)])
  func `What is no UTF-8 is found where it stands`(bytes: [UInt8], line: Int, column: Int) throws {
    let path = try directory.write("a", Data(bytes))
    let found = error { () throws(TextFileError) in try TextFile.read(path) }
    #expect(found == .isNoUTF8(line: line, column: column))
    let diagnostics = try #require(found).diagnostics(path).all
    #expect(diagnostics.map(\.location) == [SourceLocation(line: line, column: column)])
    #expect(diagnostics.map(\.file) == [path])
  }

  @Test func `A head may end inside a character`() throws {
    let path = try directory.write("a", Data(Array(("a" + String(repeating: "甲", count: 10_000)).utf8)))
    let head = try TextFile.readHead(path) { $0.count >= 8192 }
    #expect(head.utf8.count > 8000 && head.utf8.count <= 8192 && head.hasSuffix("甲"))
    let bad = try directory.write("b", Data([0x61, 0xFF, 0x0A] + Array(repeating: 0x61, count: 9000)))
    #expect(
      error { () throws(TextFileError) in try TextFile.readHead(bad) { _ in true } } == .isNoUTF8(line: 1, column: 2))
  }

  @Test func `What can't be read is told`() throws {
    let path = directory.path
    #expect(error { () throws(TextFileError) in try TextFile.read(path + "/none") } == .unreadable(errno: ENOENT))
    #expect(error { () throws(TextFileError) in try TextFile.read(path) } == .isNoFile)
    #expect(error { () throws(TextFileError) in try TextFile.read(path, orPipe: true) } == .isNoFile)
    #expect(error { () throws(TextFileError) in try TextFile.read("/dev/null") } == .isNoFile)
    #expect(try TextFile.read("/dev/null", orPipe: true) == "")
    #expect(
      error { () throws(TextFileError) in try TextFile.names(inDirectory: path + "/none") }
        == .unreadable(errno: ENOENT))
    for error in [TextFileError.isNoFile, .isTooLong, .unreadable(errno: ENOENT), .unreadable(errno: EIO)] {
      #expect(error.message.zh != error.message.en)
    }
  }

  @Test func `What has no end is not read for ever`() {
    #expect(error { () throws(TextFileError) in try TextFile.read("/dev/zero", orPipe: true) } == .isTooLong)
  }

  @Test func `A pipe is read to its end where it may be one`() async throws {
    let path = directory.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    // Without a writer this returns at once.
    #expect(error { () throws(TextFileError) in try TextFile.read(path) } == .isNoFile)
    let text = String(repeating: "三次握手\n", count: 20_000)
    let writer = Thread {
      guard let stream = fopen(path, "w") else { return }
      fputs(text, stream)
      fclose(stream)
    }
    writer.start()
    #expect(try TextFile.read(path, orPipe: true) == text)
  }

  @Test func `A directory's names are sorted, and hidden ones left out`() throws {
    for name in ["b", "甲", ".c", "a"] { _ = try directory.write(name, Data()) }
    #expect(try TextFile.names(inDirectory: directory.path) == ["a", "b", "甲"])
  }
}

@Suite struct `A suggestion` {
  @Test(arguments: [
    ("titel", "title"), ("TITLE", "title"), ("obj", "objectives"), ("sorces", "sources"), ("ordre", "order"),
    ("xyz", nil),
    ("", nil), ("di", "id"),
  ])
  func `The nearest word, if one is near`(word: String, nearest: String?) {
    let known = ["id", "title", "order", "objectives", "sources"]
    let all = "one of: " + known.joined(separator: ", ")
    #expect(Suggestion.hint(for: word, among: known).en == (nearest.map { "did you mean \($0)? \(all)" } ?? all))
  }
}
