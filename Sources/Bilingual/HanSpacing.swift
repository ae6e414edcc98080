extension String {
  /// Without the blanks that part a Chinese word from another: names are put between blanks, whatever they are.
  public var withoutBlanksBetweenHan: String {
    var closed = ""
    for (place, character) in zip(indices, self) {
      if character == " ", let last = closed.last, last.isHan, let next = self[index(after: place)...].first, next.isHan
      {
        continue
      }
      closed.append(character)
    }
    return closed
  }
}

extension Character {
  /// Whether it is a Chinese letter or mark.
  fileprivate var isHan: Bool {
    guard let scalar = unicodeScalars.first?.value else { return false }
    return (0x2E80...0x9FFF).contains(scalar) || (0xFF00...0xFFEF).contains(scalar)
  }
}
