import Bilingual

/// A talk with a learner, line by line: for screen readers, pipes and tests.
public protocol Dialogue {
  /// Writes a line.
  func say(_ line: String)
  /// Writes a prompt and reads a line; nil at the end of input.
  func ask(_ prompt: String) -> String?
}

/// The learner has had enough.
struct LearnerLeft: Error {}

/// The input ended before the work was done.
public struct InputEnded: Error {}
