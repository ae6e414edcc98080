/// One place of a grid: a grapheme cluster, how wide it is, and how it looks.
public struct Cell: Hashable, Sendable {
  /// The cluster shown; a blank where the cell is the right half of a wide one.
  public let character: Character
  /// 1 or 2 columns; 0 for the right half of the wide character to the left.
  public let width: Int8
  public let style: Style

  init(_ character: Character, width: Int8, style: Style) {
    self.character = character
    self.width = width
    self.style = style
  }

  static func blank(_ style: Style = .plain) -> Cell { Cell(" ", width: 1, style: style) }

  /// Whether this is the right half of the wide character to the left.
  public var isContinuation: Bool { width == 0 }
}

/// A grid of cells that screens draw on; what it holds is always showable.
///
/// A wide character has both its cells or neither: writing over one half blanks the other, and an edge that would cut
/// one in two leaves it out. Drawing outside the grid is allowed and does nothing.
public struct Surface: Equatable, Sendable {
  public let size: Size
  /// How wide characters are here; must be what the terminal does.
  public let widths: DisplayWidth
  private var cells: [Cell]

  public init(size: Size, widths: DisplayWidth) {
    self.size = size
    self.widths = widths
    cells = Array(repeating: .blank(), count: size.columns * size.rows)
  }

  public init(columns: Int, rows: Int, widths: DisplayWidth) {
    self.init(size: Size(columns: columns, rows: rows), widths: widths)
  }

  /// The whole grid, as an area.
  public var bounds: Rect { Rect(x: 0, y: 0, width: size.columns, height: size.rows) }

  /// The cell at a place; a blank outside the grid.
  public subscript(x: Int, y: Int) -> Cell {
    bounds.contains(Point(x: x, y: y)) ? cells[y * size.columns + x] : .blank()
  }

  /// The rows as text without blanks at their ends, for tests and for output that is no terminal.
  public var lines: [String] {
    (0..<size.rows).map { y in
      var line = ""
      var blanks = 0
      for cell in row(y) where !cell.isContinuation {
        if cell.character == " " {
          blanks += 1
        } else {
          line += String(repeating: " ", count: blanks)
          line.append(cell.character)
          blanks = 0
        }
      }
      return line
    }
  }

  /// The cells of one row, left to right.
  ///
  /// - Parameter y: the row, inside the grid.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.columns..<(y + 1) * size.columns]
  }

  // MARK: Text

  /// Writes a text on one row, up to the right edge.
  ///
  /// Characters without a width are left out. What lies left of the left edge is skipped.
  ///
  /// - Parameters:
  ///   - x: the column of the first character; may be negative.
  ///   - limit: the most columns to take, counted from `x`.
  /// - Returns: the columns taken, counted from `x`, so that what follows goes to `x` plus that; 0 outside the rows.
  @discardableResult
  public mutating func put(_ text: String, x: Int, y: Int, style: Style = .plain, limit: Int? = nil) -> Int {
    guard y >= 0 && y < size.rows else { return 0 }
    let room = max(0, size.columns - x)
    let end = x + min(room, max(0, limit ?? room))
    var column = x
    for character in text {
      let width = widths.width(of: character)
      if width == 0 { continue }
      guard column + width <= end else { break }
      write(character, width: width, x: column, y: y, style: style)
      column += width
    }
    return column - x
  }

  /// Writes spans on one row, one after the other, as ``put(_:x:y:style:limit:)`` does.
  @discardableResult
  public mutating func put(_ spans: [Span], x: Int, y: Int, limit: Int? = nil) -> Int {
    var taken = 0
    for span in spans {
      let wanted = widths.width(of: span.text)
      let written = put(span.text, x: x + taken, y: y, style: span.style, limit: limit.map { $0 - taken })
      taken += written
      // A span cut short ends the row: nothing may slip into a column that a wide character left over.
      if written < wanted { break }
    }
    return taken
  }

  // MARK: Areas

  /// Sets every cell of an area to one character; a blank where a wide one has no room.
  public mutating func fill(_ area: Rect, with character: Character = " ", style: Style = .plain) {
    let area = area.intersection(bounds)
    let width = widths.width(of: character)
    for y in area.y..<area.y + area.height {
      var x = area.x
      let end = area.x + area.width
      while x < end {
        let fits = width > 0 && x + width <= end
        write(fits ? character : " ", width: fits ? width : 1, x: x, y: y, style: style)
        x += fits ? width : 1
      }
    }
  }

  /// Draws a row of one character.
  public mutating func horizontalLine(
    x: Int, y: Int, length: Int, style: Style = Style(.border), character: Character
  ) {
    fill(Rect(x: x, y: y, width: length, height: 1), with: character, style: style)
  }

  /// Draws a column of one character.
  public mutating func verticalLine(
    x: Int, y: Int, length: Int, style: Style = Style(.border), character: Character
  ) {
    fill(Rect(x: x, y: y, width: widths.width(of: character), height: length), with: character, style: style)
  }

  /// Draws a frame just inside an area at least 2 columns by 2 rows; leaves what is within it alone.
  public mutating func frame(_ area: Rect, style: Style = Style(.border), glyphs: Glyphs) {
    guard area.width >= 2 && area.height >= 2 else { return }
    let right = area.x + area.width - 1
    let bottom = area.y + area.height - 1
    for y in [area.y, bottom] {
      horizontalLine(x: area.x, y: y, length: area.width, style: style, character: glyphs.horizontal)
    }
    for x in [area.x, right] {
      verticalLine(x: x, y: area.y, length: area.height, style: style, character: glyphs.vertical)
    }
    put(String(glyphs.topLeft), x: area.x, y: area.y, style: style)
    put(String(glyphs.topRight), x: right, y: area.y, style: style)
    put(String(glyphs.bottomLeft), x: area.x, y: bottom, style: style)
    put(String(glyphs.bottomRight), x: right, y: bottom, style: style)
  }

  /// Copies another surface, or an area of it, onto this one; a wide character cut by an edge becomes blank.
  ///
  /// - Parameters:
  ///   - area: the part to copy; all of it if nil. A tall surface is scrolled by this.
  ///   - place: where the top left corner of that part goes; may lie outside.
  public mutating func blit(_ other: Surface, _ area: Rect? = nil, at place: Point) {
    let source = (area ?? other.bounds).intersection(other.bounds)
    let target = Rect(x: place.x, y: place.y, width: source.width, height: source.height).intersection(bounds)
    for y in target.y..<target.y + target.height {
      for x in target.x..<target.x + target.width {
        let cell = other[source.x + x - place.x, source.y + y - place.y]
        if cell.isContinuation {
          // The left half has written both, unless an edge cut it off.
          if x == target.x { write(" ", width: 1, x: x, y: y, style: cell.style) }
        } else if x + Int(cell.width) > target.x + target.width {
          write(" ", width: 1, x: x, y: y, style: cell.style)
        } else {
          write(cell.character, width: Int(cell.width), x: x, y: y, style: cell.style)
        }
      }
    }
  }

  // MARK: Cells

  /// Writes one character whose right edge is inside the grid; a half left of the left edge becomes a blank.
  private mutating func write(_ character: Character, width: Int, x: Int, y: Int, style: Style) {
    guard x + width > 0 else { return }
    guard x >= 0 else { return write(" ", width: 1, x: 0, y: y, style: style) }
    let index = y * size.columns + x
    let row = y * size.columns..<(y + 1) * size.columns
    if cells[index].isContinuation { cells[index - 1] = .blank(cells[index - 1].style) }
    let next = index + width
    if row.contains(next) && cells[next].isContinuation { cells[next] = .blank(cells[next].style) }
    cells[index] = Cell(showable(character), width: Int8(width), style: style)
    if width == 2 { cells[index + 1] = Cell(" ", width: 0, style: style) }
  }

  /// The character without what terminals disagree about.
  private func showable(_ character: Character) -> Character {
    if character.isASCII { return character == "\t" ? " " : character }
    guard character.unicodeScalars.contains("\u{FE0F}") else { return character }
    let scalars = character.unicodeScalars.filter { $0 != "\u{FE0F}" }
    return String(String.UnicodeScalarView(scalars)).first ?? " "
  }
}
