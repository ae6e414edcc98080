import Screen

/// How fast a lesson goes, and when it turns to the next beat by itself.
struct Pace: Hashable, Sendable {
  private(set) var speed = 1.0
  private(set) var isPlaying = false
  /// When it goes on by itself; nil where that isn't settled.
  private(set) var turn: Moment?

  private static let speeds = [0.25, 0.5, 1, 2, 4, 8]
  /// The least time that a beat stays while playing, in seconds at single speed.
  private static let leastDwell = 2.0

  /// Begins to play, with the time to read what is there, or stops.
  mutating func toggle() {
    isPlaying.toggle()
    turn = nil
  }

  mutating func stop() { (isPlaying, turn) = (false, nil) }

  /// Something new is to be read: the time for it begins when that stands still.
  mutating func rest() { turn = nil }

  /// The time to read begins, unless it has begun already.
  ///
  /// - Parameter seconds: what it takes to read it.
  mutating func dwell(at now: Moment, reading seconds: Double) {
    turn = turn ?? now.advanced(by: Int64(max(Self.leastDwell, seconds) * 1e9 / speed))
  }

  /// One step faster or slower; what is left of the time to read becomes shorter or longer.
  mutating func change(faster: Bool, at now: Moment) {
    let index = Self.speeds.firstIndex(of: speed) ?? 2
    let former = speed
    speed = Self.speeds[max(0, min(Self.speeds.count - 1, index + (faster ? 1 : -1)))]
    turn = turn.map { now.advanced(by: Int64(Double($0.nanoseconds(since: now)) * former / speed)) }
  }
}

extension String {
  /// How long it takes to read it, in **seconds**: six Han characters a second, or four words.
  var readingTime: Double {
    var (han, words, isInWord) = (0, 0, false)
    for character in self {
      let isHan = character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
      let isLetter = !isHan && (character.isLetter || character.isNumber)
      if isHan { han += 1 }
      if isLetter, !isInWord { words += 1 }
      // A hyphen or an equals sign does not part a word.
      isInWord = isLetter || isInWord && !isHan && !character.isWhitespace
    }
    return Double(han) / 6 + Double(words) / 4
  }
}
