extension Surface {
  /// Draws a row of a line; where a vertical rule ends at it or crosses it, they join.
  public mutating func horizontalRule(x: Int, y: Int, length: Int, glyphs: Glyphs) {
    for x in x..<x + max(0, length) {
      put(String(glyphs.junction(arms(x, y, glyphs).union([.left, .right]))), x: x, y: y, style: Style(.border))
    }
  }

  /// Draws a column of a line; where a horizontal rule ends at it or crosses it, they join.
  public mutating func verticalRule(x: Int, y: Int, length: Int, glyphs: Glyphs) {
    for y in y..<y + max(0, length) {
      put(String(glyphs.junction(arms(x, y, glyphs).union([.up, .down]))), x: x, y: y, style: Style(.border))
    }
  }

  /// The sides from which a rule comes to a cell.
  private func arms(_ x: Int, _ y: Int, _ glyphs: Glyphs) -> Glyphs.Arms {
    func has(_ character: Character, _ x: Int, _ y: Int) -> Bool {
      self[x, y] == Cell(character, width: 1, style: Style(.border))
    }
    var arms: Glyphs.Arms = []
    if has(glyphs.vertical, x, y - 1) { arms.insert(.up) }
    if has(glyphs.vertical, x, y + 1) { arms.insert(.down) }
    if has(glyphs.horizontal, x - 1, y) { arms.insert(.left) }
    if has(glyphs.horizontal, x + 1, y) { arms.insert(.right) }
    return arms
  }
}

extension Glyphs {
  /// The sides to which lines go from a cell.
  struct Arms: OptionSet {
    let rawValue: UInt8
    static let up = Arms(rawValue: 1)
    static let down = Arms(rawValue: 2)
    static let left = Arms(rawValue: 4)
    static let right = Arms(rawValue: 8)
  }

  /// What joins a line that goes through a cell, with what else comes to it.
  func junction(_ arms: Arms) -> Character {
    switch (arms.isSuperset(of: [.left, .right]), arms.isSuperset(of: [.up, .down])) {
    case (true, true): crossing
    case (true, false): arms.contains(.up) ? teeUp : arms.contains(.down) ? teeDown : horizontal
    case (false, _): arms.contains(.left) ? teeLeft : arms.contains(.right) ? teeRight : vertical
    }
  }
}
