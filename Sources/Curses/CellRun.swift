import Screen

/// Neighbouring cells of one row in one style, ready to be sent.
struct CellRun: Equatable {
  let x: Int
  let y: Int
  let style: Style
  var codePoints: [UInt32]

  /// The runs by which a surface differs from the one shown before.
  ///
  /// - Parameters:
  ///   - old: what is shown, of the same size; nil where that is unknown, so that all is sent.
  ///   - size: the terminal's size; what lies outside is left out.
  ///   - encoder: turns cells into what the terminal is told.
  /// - Returns: **runs** from the top down and left to right; none where nothing changed.
  static func changes(from old: Surface?, to new: Surface, within size: Size, _ encoder: CellEncoder) -> [CellRun] {
    let rows = min(new.size.rows, size.rows)
    let columns = min(new.size.columns, size.columns)
    var runs: [CellRun] = []
    for y in 0..<rows {
      let cells = new.row(y)
      let former = old?.row(y)
      if let former, former == cells { continue }
      // Where the run under way would go on; nowhere at the start of a row.
      var next = -1
      for x in 0..<columns {
        let cell = cells[cells.startIndex + x]
        // A wide character is sent with its left half, if the whole of it is there.
        if cell.isContinuation || x + Int(cell.width) > columns { continue }
        if let former, former[former.startIndex + x] == cell { continue }
        if next != x || runs[runs.count - 1].style != cell.style {
          runs.append(CellRun(x: x, y: y, style: cell.style, codePoints: []))
        }
        encoder.append(cell, to: &runs[runs.count - 1].codePoints)
        next = x + Int(cell.width)
      }
    }
    return runs
  }
}

/// Turns a cell into code points that curses gives just as many columns.
///
/// Curses asks the C library how wide a code point is, and the library may be older than the width table, or set to a
/// locale that has none. What it would misplace is replaced, so that columns hold whatever happens.
struct CellEncoder: Sendable {
  /// The columns that the C library gives to a code point; negative where it prints none.
  let libraryWidth: @Sendable (UInt32) -> Int

  func append(_ cell: Cell, to codePoints: inout [UInt32]) {
    if let ascii = cell.character.asciiValue {
      codePoints.append(UInt32(ascii))
      return
    }
    let start = codePoints.count
    let width = Int(cell.width)
    var taken = 0
    for scalar in cell.character.unicodeScalars {
      // A joiner would draw the characters around it as one on some terminals.
      if scalar.properties.generalCategory == .format { continue }
      let columns = libraryWidth(scalar.value)
      if columns < 0 || taken + columns > width { break }
      codePoints.append(scalar.value)
      taken += columns
    }
    if taken == width { return }
    codePoints.removeLast(codePoints.count - start)
    codePoints.append(UInt32(Self.substitute(for: cell.character)))
    codePoints.append(contentsOf: repeatElement(0x20, count: width - 1))
  }

  /// The ASCII character most like another.
  static func substitute(for character: Character) -> UInt8 {
    let substitute: Character =
      switch character {
      case "“", "”", "「", "」", "『", "』": "\""
      case "‘", "’": "'"
      case "—", "–", "─", "━", "－": "-"
      case "│", "┃": "|"
      case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼": "+"
      case "→", "▶", "》", "〉", "›": ">"
      case "←", "◀", "《", "〈", "‹": "<"
      case "↑": "^"
      case "↓", "✓": "v"
      case "✗", "×": "x"
      case "•", "●", "★": "*"
      case "·", "…", "。": "."
      case "，", "、": ","
      case "：": ":"
      case "；": ";"
      case "！": "!"
      case "（": "("
      case "）": ")"
      default: "?"
      }
    return substitute.asciiValue ?? 0x3F
  }
}
