/// Breaks spans into lines that are no wider than a number of columns.
///
/// A line may be broken at blanks, which then go, and beside a wide character, with the Chinese rules of what must not
/// begin or end a line. A code span, numbers and their names in it, stays whole where it fits on a line at all. What is wider than a line is broken
/// anywhere; nothing hangs over the edge. A newline always breaks, and blanks at the start of a paragraph stay.
///
/// - Parameters:
///   - columns: the most columns of a line; at least 1 is taken.
/// - Returns: the lines, top to bottom; one more than there are newlines at least, so never none. An empty line has no
///   spans. Neighbouring spans of one style come back as one.
/// - Note: Source: GB/T 15834-2011 §5.1, for what may stand at the ends of a line.
public func wrap(_ spans: [Span], columns: Int, glyphs: Glyphs) -> [[Span]] {
  var paragraphs: [[MeasuredCharacter]] = [[]]
  for span in spans {
    for character in span.text {
      if character.isNewline {
        paragraphs.append([])
        continue
      }
      let width = glyphs.widths.width(of: character)
      if width > 0 {
        paragraphs[paragraphs.count - 1].append(
          MeasuredCharacter(character: character, width: width, style: span.style))
      }
    }
  }
  return paragraphs.flatMap { characters -> [[Span]] in
    var paragraph = Paragraph(characters: characters, columns: max(1, columns))
    paragraph.joinCode()
    return paragraph.lines().map { joined(characters[$0]) }
  }
}

/// Breaks a text in one style into lines, as ``wrap(_:columns:glyphs:)`` does.
public func wrap(_ text: String, columns: Int, glyphs: Glyphs) -> [String] {
  wrap([Span(text)], columns: columns, glyphs: glyphs).map { $0.map(\.text).joined() }
}

/// The characters as spans again, one for each run of a style.
private func joined(_ characters: ArraySlice<MeasuredCharacter>) -> [Span] {
  var spans: [Span] = []
  for measured in characters {
    if spans.last?.style != measured.style { spans.append(Span("", measured.style)) }
    spans[spans.count - 1].text.append(measured.character)
  }
  return spans
}

/// A character on its way to a line.
private struct MeasuredCharacter {
  let character: Character
  let width: Int
  let style: Style
  /// Whether no line may break before this one, since it is inside a code span.
  var isJoined = false

  var isBlank: Bool { character == " " || character == "\t" || character == "\u{3000}" }
  var isWide: Bool { DisplayWidth.standard.width(of: character) == 2 }
}

/// What stands between two hard breaks.
private struct Paragraph {
  var characters: [MeasuredCharacter]
  let columns: Int

  /// Joins up each code span that fits on a line.
  mutating func joinCode() {
    var start = 0
    while start < characters.count {
      let staysWhole = characters[start].style.role.staysWhole
      let end = characters[start...].firstIndex { $0.style.role.staysWhole != staysWhole } ?? characters.count
      if staysWhole && width(start..<end) <= columns {
        for index in start + 1..<end { characters[index].isJoined = true }
      }
      start = end
    }
  }

  /// The characters of each line, without the blanks at which it was broken.
  func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var line = 0..<0
    for piece in pieces() {
      if width(line.lowerBound..<piece.upperBound) <= columns {
        line = line.lowerBound..<piece.upperBound
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = piece
      while width(line) > columns && line.count > 1 {
        let cut = max(line.lowerBound + 1, fitting(line))
        lines.append(line.lowerBound..<cut)
        line = cut..<line.upperBound
      }
    }
    lines.append(line)
    return lines.map(trimmed)
  }

  /// The runs that only an emergency breaks, without the blanks after them.
  private func pieces() -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    for index in characters.indices.dropFirst() where mayBreak(before: index) {
      pieces.append(trimmed(start..<index))
      start = index
    }
    if start < characters.count { pieces.append(trimmed(start..<characters.count)) }
    return pieces
  }

  private func mayBreak(before index: Int) -> Bool {
    let next = characters[index]
    guard !next.isJoined && !next.isBlank else { return false }
    guard characters[index - 1].isBlank else {
      let last = characters[index - 1]
      return (last.isWide || next.isWide) && !Kinsoku.mayNotEnd.contains(last.character)
        && !Kinsoku.mayNotStart.contains(next.character)
    }
    guard let last = characters[..<index].last(where: { !$0.isBlank }) else { return true }
    // After a blank, ASCII marks are words of their own: `( x )`, `...`.
    return (last.character.isASCII || !Kinsoku.mayNotEnd.contains(last.character))
      && (next.character.isASCII || !Kinsoku.mayNotStart.contains(next.character))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let end = characters[range].lastIndex { !$0.isBlank }.map { $0 + 1 } ?? range.lowerBound
    return range.lowerBound..<end
  }

  /// Where the part of a range that fits on a line ends.
  private func fitting(_ range: Range<Int>) -> Int {
    var room = columns
    for index in range {
      room -= characters[index].width
      if room < 0 { return index }
    }
    return range.upperBound
  }

  private func width(_ range: Range<Int>) -> Int {
    characters[range].reduce(0) { $0 + $1.width }
  }
}

/// What must not begin a line, and what must not end one.
private enum Kinsoku {
  static let mayNotStart = Set("，。、；：？！）》〉」』】〕〗｝］…·・～％‰℃°”’々ー,.;:?!)]}%»›")
  static let mayNotEnd = Set("（《〈「『【〔〖｛［“‘￥＄([{$«‹")
}
