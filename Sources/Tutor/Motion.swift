import Screen

/// Something that takes a time, faster or slower, and can be halted: a function of the time.
struct Motion: Hashable, Sendable {
  /// How long all of it takes at single speed, nanoseconds.
  private let duration: Double
  /// How far it had come at the moment from which it goes, or at which it was halted.
  private var reached = 0.0
  /// Nil while it is halted.
  private var start: Moment?
  private var speed: Double

  /// One that begins at a moment.
  init(lasting duration: Double, from now: Moment, speed: Double) {
    self.duration = duration
    start = now
    self.speed = speed
  }

  /// How far it has come: nanoseconds at single speed, **0 …** `duration`.
  func elapsed(at now: Moment) -> Double {
    guard let start else { return reached }
    return min(duration, reached + Double(max(0, now.nanoseconds(since: start))) * speed)
  }

  /// When it comes to its end; nil while it is halted.
  var end: Moment? {
    guard let start else { return nil }
    return start.advanced(by: Int64(((duration - reached) / speed).rounded(.up)))
  }

  var isHalted: Bool { start == nil }

  mutating func halt(at now: Moment) {
    reached = elapsed(at: now)
    start = nil
  }

  /// Goes on from where it is.
  mutating func go(at now: Moment, speed: Double) {
    halt(at: now)
    start = now
    self.speed = speed
  }
}
