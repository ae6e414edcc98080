/// What came out of order, and waits for what is missing in front of it (SHLD-31).
struct ReassemblyQueue: Hashable, Sendable {
  /// Text, and perhaps a FIN behind it.
  struct Piece: Hashable, Sendable {
    var seq: SequenceNumber
    var text: Int
    var fin: Bool

    /// The number that the text is followed by.
    var textEnd: SequenceNumber { seq + text }
    /// The number that all of it is followed by.
    var end: SequenceNumber { textEnd + (fin ? 1 : 0) }
  }

  /// By sequence number; among equals, in order of arrival.
  private(set) var pieces: [Piece] = []

  var count: Int { pieces.count }

  /// The number of the first FIN that is not before a number; nil where there is none.
  func fin(notBefore number: SequenceNumber) -> SequenceNumber? {
    pieces.first { $0.fin && $0.textEnd >= number }?.textEnd
  }

  mutating func keep(_ piece: Piece) {
    let place = pieces.firstIndex { piece.seq < $0.seq } ?? pieces.endIndex
    pieces.insert(piece, at: place)
  }

  /// Keeps a piece unless all of it is there already, and in place of what it covers.
  mutating func keepUncovered(_ piece: Piece) {
    guard !pieces.contains(where: { $0.seq <= piece.seq && piece.end <= $0.end }) else { return }
    pieces.removeAll { piece.seq <= $0.seq && $0.end <= piece.end }
    keep(piece)
  }

  /// Takes off the first piece, if it begins no later than a number.
  mutating func takeFirst(beginningBy number: SequenceNumber) -> Piece? {
    guard let first = pieces.first, first.seq <= number else { return nil }
    return pieces.removeFirst()
  }

  mutating func removeAll() { pieces = [] }
}
