/// A run that can be gone back through, and forward again: the lines of a lesson, or what somebody tried out.
///
/// The machine is deterministic, so going back is going to the nearest place kept and playing again what lies between;
/// the transcript up to there is cut, never copied. A place is kept for every so many occurrences.
public struct Timeline: Sendable {
  /// The lines, in order; those behind `played` are what can be redone.
  public private(set) var statements: [Statement] = []
  /// How many of them have been played.
  public private(set) var played = 0
  /// The run after those.
  public private(set) var now: Run
  /// In order; the first is the beginning.
  private var places: [(played: Int, place: Run.Place)]
  /// How many occurrences have been played again in going back.
  package private(set) var replayed = 0

  /// How many occurrences, or lines, lie at most between a place and what has to be played again from it.
  public static let distance = 1_024

  /// - Parameter start: what goes before the first line, and is never gone back behind.
  public init(_ start: Run) {
    now = start
    places = [(0, start.place)]
  }

  public var canUndo: Bool { played > 0 }
  public var canRedo: Bool { played < statements.count }

  /// Plays a further line; what could have been redone is forgotten.
  public mutating func play(_ statement: Statement) {
    statements.removeLast(statements.count - played)
    statements.append(statement)
    playNext()
  }

  /// Plays a further action, which nobody wrote as a line.
  public mutating func play(_ action: Action) {
    play(Statement(action: action, names: now.network.settings.names))
  }

  public mutating func undo() { go(to: played - 1) }

  public mutating func redo() { go(to: played + 1) }

  /// Goes to where so many of the lines have been played, **0 … statements.count**; the nearest there is for any other.
  public mutating func go(to count: Int) {
    let count = max(0, min(count, statements.count))
    if count < played {
      let place = places.last { $0.played <= count }!
      places.removeAll { $0.played > count }
      now.go(back: place.place)
      played = place.played
      let before = now.transcript.count
      while played < count { playNext() }
      replayed += now.transcript.count - before
    }
    while played < count { playNext() }
  }

  private mutating func playNext() {
    let last = places[places.count - 1]
    let isFar =
      now.transcript.count - last.place.count >= Self.distance || played - last.played >= Self.distance
    if isFar { places.append((played, now.place)) }
    now.play(statements[played])
    played += 1
  }
}
