import Screen

/// A table as lines of a width: columns as wide as they need where there is room, cells folded where there is not.
struct TableLayout {
  /// The header first. Rows are as long as it.
  let rows: [[[Span]]]
  let glyphs: Glyphs

  /// A column becomes no narrower than this, unless the screen is.
  private static let least = 6

  /// The header, a rule, the rows; nothing is cut.
  func lines(columns: Int) -> [[Span]] {
    guard let header = rows.first else { return [] }
    let widths = widths(columns: columns)
    let whole = widths.reduce(0, +) + gap * (widths.count - 1)
    let rule = String(repeating: glyphs.horizontal, count: whole / max(1, glyphs.width(of: "\(glyphs.horizontal)")))
    return folded(header, widths) + [[Span(rule, .border)]] + rows.dropFirst().flatMap { folded($0, widths) }
  }

  /// The columns between two of the table's.
  private var gap: Int { glyphs.width(of: separator) + 1 }

  private var separator: String { "\(glyphs.vertical) " }

  /// One row's cells, each in lines of its column.
  private func folded(_ row: [[Span]], _ widths: [Int]) -> [[Span]] {
    let cells = zip(row, widths).map { wrap($0, columns: $1, glyphs: glyphs) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line: [Span] = []
      for (column, cell) in cells.enumerated() {
        let part = index < cell.count ? cell[index] : []
        line += part
        guard column + 1 < cells.count else { continue }
        let rest = max(0, widths[column] - glyphs.width(of: part))
        line.append(Span(String(repeating: " ", count: rest + 1), .text))
        line.append(Span(separator, .border))
      }
      return line
    }
  }

  /// What each column gets of the room: the widest give way first, and a word is broken only where no other gives.
  private func widths(columns: Int) -> [Int] {
    let count = rows.first?.count ?? 0
    func widest(_ width: ([Span]) -> Int) -> [Int] {
      (0..<count).map { column in max(1, rows.map { width($0[column]) }.max() ?? 1) }
    }
    var widths = widest { width(of: $0) }
    let room = max(count, columns - gap * (count - 1))
    let least = min(Self.least, room / max(1, count))
    for floors in [widest { wordWidth(in: $0) }.map { max($0, least) }, Array(repeating: least, count: count)] {
      while widths.reduce(0, +) > room,
        let widest = widths.indices.filter({ widths[$0] > floors[$0] }).max(by: { widths[$0] < widths[$1] })
      {
        widths[widest] -= 1
      }
    }
    return widths
  }

  /// That of its longest word; wide characters are words of their own.
  private func wordWidth(in cell: [Span]) -> Int {
    var (longest, width) = (0, 0)
    for character in cell.map(\.text).joined() {
      let own = glyphs.widths.width(of: character)
      width = character.isWhitespace ? 0 : own > 1 ? own : width + own
      longest = max(longest, width)
    }
    return longest
  }

  /// That of the longest of its lines, before any is folded.
  private func width(of cell: [Span]) -> Int {
    wrap(cell, columns: 100_000, glyphs: glyphs).map { glyphs.width(of: $0) }.max() ?? 0
  }
}
