import Screen

/// When a file that is being saved is looked at.
///
/// An editor writes, renames and deletes several times for one save, and the file may be missing for a moment. So it is
/// looked at a little after the first sign of a change, and one that is missing once more before it counts as gone.
struct Settling: Hashable, Sendable {
  /// When it is to be looked at; nil while nothing happens to it.
  private(set) var deadline: Moment?
  private var missingSince: Moment?

  /// What a look says.
  enum Finding: Hashable, Sendable {
    case isThere, isGone
    /// It may come back.
    case isMissing
  }

  /// From a change to the look, in nanoseconds.
  static let calm: Int64 = 100_000_000
  /// How long it may be missing, in nanoseconds.
  static let patience: Int64 = 1_000_000_000

  /// Something has happened to it; what happens until the look is the same save.
  mutating func stir(at now: Moment) {
    let look = now.advanced(by: Self.calm)
    if let deadline, deadline.nanoseconds <= look.nanoseconds { return }
    deadline = look
  }

  /// It was looked at.
  mutating func look(at now: Moment, isThere: Bool) -> Finding {
    deadline = nil
    guard !isThere else {
      missingSince = nil
      return .isThere
    }
    let end = (missingSince ?? now).advanced(by: Self.patience)
    guard now.nanoseconds < end.nanoseconds else { return .isGone }
    missingSince = missingSince ?? now
    deadline = end
    return .isMissing
  }
}
