import Bilingual
import Manuscript
import TCP

/// Proves that numbers name their fields, and that states and a run's numbers stand in code font.
struct FontCheck {
  /// What each run has shown so far.
  let runs: [ShownFacts]

  func check(_ beat: Beat, _ log: inout DiagnosticLog) {
    for sentence in Sentence.all(in: beat.prose) {
      checkNumbers(of: sentence, &log)
      for part in sentence.parts where !part.isCode && !part.isCited { checkFont(of: part, &log) }
    }
  }

  // MARK: Fields

  /// What says in a sentence which field a number is of.
  private static let fields = ["序号", "序列号", "确认号", "确认序号", "长度", "字节", "窗口", "端口"]
  private static let fieldWords: Set = [
    "seq", "ack", "len", "isn", "isns", "number", "numbers", "byte", "bytes", "octet", "octets", "length", "window",
    "port",
    "ports",
  ]

  private func checkNumbers(of sentence: Sentence, _ log: inout DiagnosticLog) {
    let text = sentence.text
    guard !Self.fields.contains(where: text.contains), Self.fieldWords.isDisjoint(with: Words.letters(of: text)) else {
      return
    }
    for part in sentence.parts where part.isCode {
      let claims = ProseClaims(part.text)
      guard claims.isOfNumbers, claims.tokens.allSatisfy({ token in runs.contains { $0.show(token.claim) } }) else {
        continue
      }
      log.report(
        at: log.source.location(line: part.inline.line, column: part.inline.column ?? 1, length: part.text.count),
        Localized(zh: "没有说明 \(part.text) 是哪个字段的数", en: "it is not said of which field \(part.text) is the number"),
        Localized(
          zh: "写作 seq=\(part.text) 或 ack=\(part.text)，或在这句话里写明它是什么",
          en: "write seq=\(part.text) or ack=\(part.text), or say in the sentence what it is"))
    }
  }

  // MARK: Font

  /// What `LISTEN` and others that are calls as well mean is not to be told from the word.
  private static let states = Set(State.allCases.map(\.description)).subtracting(["LISTEN"])

  private func checkFont(of part: Sentence.Part, _ log: inout DiagnosticLog) {
    let words = Words(part.text)
    for (index, word) in words.all.enumerated() {
      let isState = Self.states.contains(word.text)
      guard isState || isNumber(index, of: words) else { continue }
      log.report(
        at: log.source.place(of: word.text, from: part.inline, inCode: false),
        isState
          ? Localized(zh: "状态名 \(word.text) 要用代码字体", en: "the state \(word.text) belongs in code font")
          : Localized(zh: "运行中的数 \(word.text) 要用代码字体", en: "\(word.text), a number of the run, belongs in code font"),
        Localized(zh: "用反引号括起：`\(word.text)`", en: "put it in backticks: `\(word.text)`"))
    }
  }

  /// Whether a word is a sequence number of the run, and no citation or measure.
  private func isNumber(_ index: Int, of words: Words) -> Bool {
    let word = words.all[index]
    guard word.text.count > 1, let number = UInt32(word.text), runs.contains(where: { $0.isSequenceNumber(number) })
    else {
      return false
    }
    return !(index > 0 && words.all[index - 1].text == "RFC") && !Words.units.contains(where: word.behind.hasPrefix)
  }
}

/// The words of a text that are of ASCII letters, digits and what joins them.
private struct Words {
  struct Word {
    var text: String
    /// What follows it, blanks left out.
    var behind: String
  }

  var all: [Word] = []

  static let units = ["ms", "min", "%", "byte", "octet", "second", "毫秒", "秒", "分钟", "字节", "次"]

  init(_ text: String) {
    var rest = text[...]
    while let start = rest.firstIndex(where: Self.isPart) {
      rest = rest[start...]
      var word = rest.prefix(while: Self.isPart)
      rest = rest[word.endIndex...]
      while word.last == "." { word.removeLast() }
      all.append(Word(text: String(word), behind: String(rest.drop(while: \.isWhitespace).prefix(8))))
    }
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-.=#_/".contains(character))
  }

  /// The runs of Latin letters in a text.
  static func letters(of text: String) -> Set<String> {
    Set(text.split { !($0.isASCII && $0.isLetter) }.map(String.init))
  }
}

extension ProseClaims {
  /// Whether it is of numbers alone.
  fileprivate var isOfNumbers: Bool {
    !tokens.isEmpty
      && tokens.allSatisfy { if case .number = $0.claim { true } else { false } }
      && wordCount == 1
  }
}
