import Bilingual

/// Some keys and what they are called, whatever they do: what the hint bar and the help page are made from.
public struct KeyLine: Hashable, Sendable {
  /// The keys, the one to be named in the hint bar first.
  public let keys: [Key]
  /// What the keys are called together, such as `1–4`; nil where each has its own name.
  public let name: String?
  public let label: Localized
  public let hint: Hint
  /// Why the keys do nothing now, as a sentence; nil where they do.
  public let refusal: Localized?

  /// Whether it is in the hint bar; what is refused never is.
  public enum Hint: Hashable, Sendable {
    /// Before all others, and at the end: help, and the way back or out.
    case fixed
    /// What is to be done now.
    case always
    /// Where there is room left, the earlier line first.
    case ifRoom
    /// Only on the help page.
    case never
  }

  public init(
    _ keys: [Key], _ label: Localized, name: String? = nil, hint: Hint = .ifRoom, refusal: Localized? = nil
  ) {
    self.keys = keys
    self.name = name
    self.label = label
    self.hint = hint
    self.refusal = refusal
  }
}

extension [KeyLine] {
  /// The keys of earlier lines that later ones have again; a test expects none.
  public var duplicates: [Key] {
    var seen: Set<Key> = []
    return flatMap(\.keys).filter { !seen.insert($0).inserted }
  }

  /// These lines, and behind them others without the keys that these have already.
  public func shadowing(_ others: [KeyLine]) -> [KeyLine] {
    let taken = Set(flatMap(\.keys))
    return self
      + others.compactMap { line in
        let keys = line.keys.filter { !taken.contains($0) }
        return keys.isEmpty
          ? nil : KeyLine(keys, line.label, name: line.name, hint: line.hint, refusal: line.refusal)
      }
  }

  // MARK: The hint bar

  /// What a bar of keys and labels has room for, in their order, Escape last; at most ``KeyHint/most``.
  ///
  /// - Parameter columns: the most columns that the hints take, with the gaps between them; whole hints are left out to
  ///   keep to it.
  public func hints(in language: Language, columns: Int, glyphs: Glyphs) -> [KeyHint] {
    var room = columns + KeyHint.gap
    var left = KeyHint.most
    var shown: [Int: KeyHint] = [:]
    for hint in [KeyLine.Hint.fixed, .always, .ifRoom] {
      for (index, line) in enumerated() where line.hint == hint && line.refusal == nil && left > 0 {
        guard let name = line.firstName(language, glyphs) else { continue }
        let spans = [Span(name, .key), Span(" " + line.label[language], .keyLabel)]
        let width = glyphs.width(of: spans) + KeyHint.gap
        if width > room { continue }
        // Of several keys that have a name together none is meant more than another.
        shown[index] = KeyHint(key: line.name == nil ? line.keys.first : nil, spans: spans)
        room -= width
        left -= 1
      }
    }
    // The way back stands last, wherever a page has it.
    let places = indices.filter { self[$0].keys.first != .escape } + indices.filter { self[$0].keys.first == .escape }
    return places.compactMap { shown[$0] }
  }

  // MARK: The help page

  /// The lines that have keys, all of a line's keys before its label, labels under each other and wrapped; why a key does
  /// nothing now stands behind its label.
  ///
  /// - Parameter columns: the most columns of a line; keys take half of that at most, and are cut if they need more.
  public func help(
    in language: Language, columns: Int, glyphs: Glyphs
  ) -> [[Span]] {
    let named = filter { !$0.keys.isEmpty }.map { line in
      (keys: line.allNames(language, glyphs), line: line)
    }
    let indent = Swift.min(columns / 2, (named.map { glyphs.width(of: $0.keys) }.max() ?? 0) + 2)
    return named.flatMap { name, line -> [[Span]] in
      let keys = truncate(name, columns: Swift.max(0, indent - 2), glyphs: glyphs)
      let padding = String(repeating: " ", count: indent - glyphs.width(of: keys))
      var spans = [Span(line.label[language], .keyLabel)]
      if let refusal = line.refusal { spans.append(Span("  " + refusal[language], .dim)) }
      return wrap(spans, columns: columns - indent, glyphs: glyphs).enumerated().map { index, line in
        (index == 0 ? [Span(keys, .key), Span(padding)] : [Span(String(repeating: " ", count: indent))]) + line
      }
    }
  }
}

/// A key and what it does, as the hint bar has it.
public struct KeyHint: Hashable, Sendable {
  /// What a click on it stands for; nil where that could be several keys.
  public let key: Key?
  public let spans: [Span]

  /// The **columns** between two hints.
  public static let gap = 3
  /// More are read by nobody.
  public static let most = 6
}

extension KeyLine {
  /// What the hint bar calls the keys; nil where there are none.
  fileprivate func firstName(_ language: Language, _ glyphs: Glyphs) -> String? {
    name ?? keys.first?.name(in: language, glyphs: glyphs)
  }

  fileprivate func allNames(_ language: Language, _ glyphs: Glyphs) -> String {
    name ?? keys.map { $0.name(in: language, glyphs: glyphs) }.joined(separator: "  ")
  }
}
