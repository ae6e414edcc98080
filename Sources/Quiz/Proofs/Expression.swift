import Bilingual
import Manuscript
import Simulation

/// A sum of names and numbers, as authors write it: `i+1`, `j+n+1`, `x-10`, `key.ack-i`, `2.5`.
///
/// What a name stands for is looked up when it is computed. A number of a sequence space stays in it when a count is
/// added or taken away, modulo 2³²; the difference of two numbers of one space is a count, the shorter way round;
/// any other sum with numbers of spaces means nothing, and is refused.
public struct Expression: Hashable, Sendable, CustomStringConvertible {
  private let terms: [Term]
  /// As it is written, without blanks.
  public let description: String

  private struct Term: Hashable {
    enum Content: Hashable {
      case name(String)
      case number(Number)
    }

    let isTakenAway: Bool
    let content: Content
  }

  /// The names in it, in order; each as often as it stands there.
  public var names: [String] {
    terms.compactMap { if case .name(let name) = $0.content { name } else { nil } }
  }

  /// Reads one; blanks do not count.
  ///
  /// - Throws: `LineProblem` where nothing stands there, or what stands there is no sum.
  public init(_ text: some StringProtocol) throws(LineProblem) {
    description = String(text.filter { !$0.isWhitespace })
    guard !description.isEmpty else {
      throw LineProblem(
        message: Localized(zh: "算式是空的", en: "the expression is empty"), hint: Self.example)
    }
    var terms: [Term] = []
    var rest = description[...]
    var isTakenAway = false
    while true {
      let word = rest.prefix { !Self.isSign($0) }
      terms.append(Term(isTakenAway: isTakenAway, content: try Self.content(word, in: description)))
      rest = rest.dropFirst(word.count)
      guard let sign = rest.popFirst() else { break }
      isTakenAway = sign != "+"
    }
    guard terms.count <= Self.mostTerms else {
      throw LineProblem(
        message: Localized(
          zh: "算式太长：最多 \(Self.mostTerms) 项", en: "the expression is too long: it may have \(Self.mostTerms) terms"))
    }
    self.terms = terms
  }

  /// How many names and numbers it may have.
  static let mostTerms = 16

  private static let example = Localized(
    zh: "写变量、数字、+ 和 −，例如 i+1", en: "write variables, numbers, + and −, as in i+1")

  private static func isSign(_ character: Character) -> Bool { "+-−".contains(character) }

  private static func content(_ word: Substring, in text: String) throws(LineProblem) -> Term.Content {
    guard let first = word.first else {
      throw LineProblem(
        message: Localized(zh: "“\(text)”里 + 或 − 的一边缺了东西", en: "something is missing beside a + or − in “\(text)”"),
        hint: example)
    }
    if first.isLetter, word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." }), word.last != "." {
      return .name(String(word))
    }
    guard first.isASCII, first.isNumber else {
      throw LineProblem(
        message: Localized(
          zh: "“\(text)”里的“\(word)”不是变量也不是数字", en: "“\(word)” in “\(text)” is no variable and no number"),
        hint: example)
    }
    guard let number = number(word) else {
      throw LineProblem(
        message: Localized(zh: "“\(text)”里的“\(word)”不是合适的数", en: "“\(word)” in “\(text)” is no number that fits"),
        hint: Localized(
          zh: "数字在 0 到 4294967295 之间，小数点后最多九位",
          en: "a number is from 0 to 4294967295, with nine digits behind the point at the most"))
    }
    return .number(number)
  }

  private static func number(_ word: Substring) -> Number? {
    let parts = word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }), let whole = UInt32(parts[0])
    else { return nil }
    let digits = parts.count > 1 ? parts[1] : ""
    guard digits.count <= 9, let fraction = Int128(digits + String(repeating: "0", count: 9 - digits.count)) else {
      return nil
    }
    return Number(billionths: Int128(whole) * Number.one + fraction)
  }

  /// Computes it.
  ///
  /// - Parameter numbers: what its names stand for.
  /// - Throws: `LineProblem` where a name is unknown, or the sum means nothing.
  public func value(with numbers: [String: Number]) throws(LineProblem) -> Number {
    var counted: Int128 = 0
    var spaced: Int128 = 0
    // How often each host's space is added, less how often it is taken away.
    var weights = Pair(0, 0)
    for term in terms {
      let number = try number(of: term, numbers)
      let value = term.isTakenAway ? -number.billionths : number.billionths
      guard let space = number.space else {
        counted += value
        continue
      }
      spaced += value
      weights[space] += term.isTakenAway ? -1 : 1
    }
    switch (weights.a, weights.b) {
    case (0, 0):
      let difference = Int32(truncatingIfNeeded: spaced / Number.one)
      return Number(billionths: Int128(difference) * Number.one + counted)
    case (1, 0): return try sequenceNumber(spaced + counted, in: .a)
    case (0, 1): return try sequenceNumber(spaced + counted, in: .b)
    default:
      throw LineProblem(
        message: Localized(
          zh: "“\(self)”没有意义：序号与序号不能这样相加减", en: "“\(self)” means nothing: sequence numbers don't add up like that"),
        hint: Localized(
          zh: "序号可以加减一个数，或减去同一方的另一个序号",
          en: "add a count to a sequence number, or take away another of the same host"))
    }
  }

  private func number(of term: Term, _ numbers: [String: Number]) throws(LineProblem) -> Number {
    switch term.content {
    case .number(let number): return number
    case .name(let name):
      if let number = numbers[name] { return number }
      throw LineProblem(
        message: Localized(zh: "“\(self)”里的变量“\(name)”没有定义", en: "“\(self)” has “\(name)”, which stands for nothing"),
        hint: numbers.isEmpty
          ? Localized(zh: "这里没有变量可用，请写数字", en: "there are no variables here: write a number")
          : Suggestion.hint(for: name, among: numbers.keys.sorted()))
    }
  }

  private func sequenceNumber(_ billionths: Int128, in space: Host) throws(LineProblem) -> Number {
    guard let value = Number(billionths: billionths).sequenceNumber else {
      throw LineProblem(
        message: Localized(zh: "“\(self)”不是整数，不能作序号", en: "“\(self)” is no whole number, and so no sequence number"))
    }
    return Number(value, in: space)
  }
}
