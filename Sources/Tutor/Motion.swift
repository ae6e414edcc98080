import Screen

/// Something that goes from 0 to 1 in a time, faster or slower, and can be halted: a function of the time.
struct Motion: Hashable, Sendable {
  /// How long all of it takes at single speed, nanoseconds; more than 0.
  private let duration: Double
  /// How far it had come at the moment from which it goes, or at which it was halted.
  private var reached: Double
  /// Nil while it is halted.
  private var start: Moment?
  private var speed: Double

  /// One that begins at a moment.
  init(lasting duration: Double, from now: Moment, speed: Double) {
    self.duration = max(1, duration)
    reached = 0
    start = now
    self.speed = speed
  }

  private init(reached: Double) {
    duration = 1
    self.reached = reached
    speed = 1
  }

  /// One that has come to its end.
  static let over = Motion(reached: 1)

  /// How far it has come, **0 … 1**.
  func progress(at now: Moment) -> Double {
    guard let start else { return reached }
    return min(1, reached + Double(max(0, now.nanoseconds(since: start))) * speed / duration)
  }

  /// When it comes to its end; nil while it is halted.
  var end: Moment? {
    guard let start else { return nil }
    return start.advanced(by: Int64(((1 - reached) * duration / speed).rounded(.up)))
  }

  mutating func halt(at now: Moment) {
    reached = progress(at: now)
    start = nil
  }

  /// Goes on from where it is.
  mutating func go(at now: Moment, speed: Double) {
    halt(at: now)
    start = now
    self.speed = speed
  }
}
