import Bilingual
import Manuscript
import Simulation

/// A text in both languages with placeholders: `The SYN took {i}, so {i+1} comes next.`
///
/// A placeholder is a sum of what the question knows (`i`, `key.ack`, `given.seq`, `trigger.seq`), or the name of a host
/// (`host`, `peer`). Numbers of a sequence space are shown in the notation in use.
public struct Template: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    case host(HostName)
    case sum(Expression)
  }

  /// A placeholder that stands for a host's name.
  enum HostName: String, CaseIterable, Hashable, Sendable {
    /// The host that the question is about.
    case host
    /// The other one.
    case peer
  }

  /// As it is written.
  public let source: Localized
  let zh: [Piece]
  let en: [Piece]

  /// Reads it.
  ///
  /// - Throws: `LineProblem` where a placeholder is empty, isn't closed or is no sum, or stands in one language only.
  public init(_ text: Localized) throws(LineProblem) {
    source = text
    (zh, en) = (try Self.pieces(text.zh), try Self.pieces(text.en))
    let (zhNames, enNames) = (Self.placeholders(zh), Self.placeholders(en))
    for (names, others, language) in [
      (zhNames, enNames, Localized(zh: "英文", en: "English")), (enNames, zhNames, Localized(zh: "中文", en: "Chinese")),
    ] {
      guard let missing = names.first(where: { !others.contains($0) }) else { continue }
      throw LineProblem(
        message: Localized(
          zh: "{\(missing)} 在\(language.zh)里没有", en: "{\(missing)} is missing in the \(language.en) text"),
        hint: Localized(zh: "两种语言要用同样的占位符", en: "both languages have the same placeholders"))
    }
  }

  /// One language's text, for where there is but one.
  public init(_ text: String) throws(LineProblem) { try self.init(Localized(zh: text, en: text)) }

  private static func pieces(_ text: String) throws(LineProblem) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "{") {
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      guard let end = rest[start...].firstIndex(of: "}") else {
        throw LineProblem(
          message: Localized(zh: "“{”没有配对的“}”", en: "a “{” is never closed by a “}”"),
          hint: Localized(zh: "占位符写成 {i+1}", en: "a placeholder is written {i+1}"))
      }
      let inside = rest[rest.index(after: start)..<end]
      if let name = HostName(rawValue: String(inside)) {
        pieces.append(.host(name))
      } else {
        guard inside.contains(where: { !$0.isWhitespace }) else {
          throw LineProblem(
            message: Localized(zh: "占位符是空的", en: "a placeholder is empty"),
            hint: Localized(zh: "占位符写成 {i+1}", en: "a placeholder is written {i+1}"))
        }
        pieces.append(.sum(try Expression(inside)))
      }
      rest = rest[rest.index(after: end)...]
    }
    guard !rest.contains("}") else {
      throw LineProblem(message: Localized(zh: "“}”没有配对的“{”", en: "a “}” has no “{” before it"))
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// What stands in braces, the same in both languages.
  var placeholders: Set<String> { Self.placeholders(zh) }

  private static func placeholders(_ pieces: [Piece]) -> Set<String> {
    Set(
      pieces.compactMap { piece in
        switch piece {
        case .text: nil
        case .host(let name): name.rawValue
        case .sum(let sum): sum.description
        }
      })
  }

  /// The names in its sums.
  var names: Set<String> {
    Set(
      (zh + en).flatMap { piece in
        switch piece {
        case .text, .host: [String]()
        case .sum(let sum): sum.names
        }
      })
  }

  /// Puts numbers and names in.
  ///
  /// - Throws: `LineProblem` where a name is unknown here, or a sum means nothing.
  func filled(with known: Known) throws(LineProblem) -> FilledText {
    FilledText(zh: try fill(zh, known), en: try fill(en, known))
  }

  private func fill(_ pieces: [Piece], _ known: Known) throws(LineProblem) -> [FilledText.Piece] {
    var filled: [FilledText.Piece] = []
    for piece in pieces {
      switch piece {
      case .text(let text): filled.append(.text(Localized(zh: text, en: text)))
      case .host(.host): filled.append(.text(known.host))
      case .host(.peer): filled.append(.text(known.peer))
      case .sum(let sum): filled.append(.number(try sum.value(with: known.numbers)))
      }
    }
    return filled
  }
}

/// What placeholders can name in one question.
struct Known: Sendable {
  /// The host that the question is about, and the other one.
  let host: Localized
  let peer: Localized
  var numbers: [String: Number]
}

/// A text whose placeholders have their numbers; only how these are written is open.
struct FilledText: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case text(Localized)
    case number(Number)
  }

  let zh: [Piece]
  let en: [Piece]

  /// A text without placeholders.
  init(_ text: Localized) { (zh, en) = ([.text(text)], [.text(text)]) }

  init(zh: [Piece], en: [Piece]) {
    self.zh = zh
    self.en = en
  }

  /// The text, with numbers written so.
  func text(_ numbering: Numbering) -> Localized {
    Localized(zh: zh.map { $0.text(numbering).zh }.joined(), en: en.map { $0.text(numbering).en }.joined()).asSentence
  }
}

extension FilledText.Piece {
  fileprivate func text(_ numbering: Numbering) -> Localized {
    switch self {
    case .text(let text): return text
    case .number(let number):
      let text = number.text(numbering)
      return Localized(zh: text, en: text)
    }
  }
}
