import Bilingual
import Screen
import Simulation

/// The words of an arrow's label, and how they may be broken into lines.
struct ArrowText {
  private let words: [String]
  /// The mark of a segment that somebody has answered.
  private let yours: String?
  /// What stands in a line of its own below the others: the segment that would have been right.
  private let note: String?
  private let glyphs: Glyphs

  init(_ arrow: LadderLayout.Arrow, _ options: LadderOptions) {
    var words: [String] = []
    if options.numbersSegments, let number = arrow.number { words.append("#\(number)") }
    let numbering = options.numbering.over(arrow.spaces)
    words += numbering.text(arrow.segment, from: arrow.from).split(separator: " ").map(String.init)
    if let mark = Self.mark(of: arrow)?[options.language] { words.append(mark) }
    yours = arrow.isAnswer(options) ? "\(options.glyphs.cross) \(WhatIf.yours[options.language])" : nil
    if let yours { words.append(yours) }
    // A straight arrow has no second row.
    note =
      yours != nil && !options.isStraight
      ? options.whatIf?.right.map {
        "\(WhatIf.rightWord[options.language]) \(numbering.text($0, from: arrow.from))"
      } : nil
    self.words = words
    glyphs = options.glyphs
  }

  private static func mark(of arrow: LadderLayout.Arrow) -> Localized? {
    switch (arrow.ending, arrow.nature) {
    case (.held, _): LadderWords.held
    case (_, .retransmission): LadderWords.again
    case (_, .copy): LadderWords.copy
    case (_, .injected): LadderWords.injected
    case (_, .released): LadderWords.released
    case (.arrived, .original), (.lost, .original), (.underWay, .original): nil
    }
  }

  var whole: String { words.joined(separator: " ") }

  var hasNote: Bool { note != nil }

  /// The whole text in so many lines, the widest as narrow as it can be, and below them the note; nil where there are
  /// too few words.
  func lines(_ count: Int) -> [String]? {
    guard words.count >= count else { return nil }
    var best: [String]?
    var narrowest = Int.max
    split(words[...], into: count, after: []) { lines in
      let width = lines.map { glyphs.width(of: $0) }.max() ?? 0
      if width < narrowest { (best, narrowest) = (lines, width) }
    }
    return best.map { lines in note.map { lines + [$0] } ?? lines }
  }

  private func split(
    _ rest: ArraySlice<String>, into count: Int, after lines: [String], _ visit: ([String]) -> Void
  ) {
    guard count > 1 else { return visit(lines + [rest.joined(separator: " ")]) }
    for cut in rest.startIndex + 1...rest.endIndex - (count - 1) {
      let line = rest[rest.startIndex..<cut].joined(separator: " ")
      split(rest[cut...], into: count - 1, after: lines + [line], visit)
    }
  }

  /// What still tells the segment where the whole text has no room: number and control bits, then either alone.
  var short: [String] {
    let core = words.prefix { !$0.hasPrefix("seq=") } + (yours.map { [$0] } ?? [])
    return core.count > 1 ? [core.joined(separator: " "), core[0]] : Array(core)
  }
}

extension LadderLayout.Arrow {
  /// Whether its segment is what was answered, and not what is right.
  func isAnswer(_ options: LadderOptions) -> Bool {
    number != nil && number == options.whatIf?.segment && nature == .original
  }

  /// What its label says in full: `#3 SYN,ACK seq=300 ack=101 again`.
  public func text(_ options: LadderOptions = .init()) -> String { ArrowText(self, options).whole }
}
