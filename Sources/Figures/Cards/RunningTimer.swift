import Bilingual
import Simulation
import TCP

/// A timer that runs, and how much of its time is left.
public struct RunningTimer: Hashable, Sendable {
  public let timer: Timer
  /// **Not negative**, and no more than ``length``.
  public let left: Interval
  /// For how long it was set.
  public let length: Interval

  /// The one of a host's timers that is due first among those that matter.
  ///
  /// The user timer matters when less than a tenth of it is left: until then it runs with everything that is sent.
  ///
  /// - Returns: nil where none matters.
  init?(of host: Host, in past: Transcript.SubSequence, at now: Instant) {
    let own = past.reversed().lazy.filter { $0.host == host }
    guard let record = own.first?.record else { return nil }
    let running = Timer.allCases.compactMap { timer -> (due: Instant, running: RunningTimer)? in
      guard let due = record.timers[timer] else { return nil }
      // It was set when the time at which it is due was first on record.
      let set = own.prefix { $0.record.timers[timer] == due }.reduce(now) { $1.time }
      let running = RunningTimer(timer, left: max(due - now, .zero), length: due - set)
      return running.matters ? (due, running) : nil
    }
    guard let first = running.min(by: { $0.due < $1.due }) else { return nil }
    self = first.running
  }

  private init(_ timer: Timer, left: Interval, length: Interval) {
    (self.timer, self.left, self.length) = (timer, left, length)
  }

  private var matters: Bool {
    switch timer {
    case .retransmission, .timeWait, .delayedAck: true
    case .user: 10 * left < length
    }
  }

  /// How many of a bar's cells stand for what is left: none only when it is due.
  func cells(of columns: Int) -> Int {
    guard length > .zero else { return 0 }
    let share = Double(left.nanoseconds) / Double(length.nanoseconds)
    return min(columns, Int((share * Double(columns)).rounded(.up)))
  }

  /// The columns of ``time``.
  static let timeColumns = 6

  /// `0.62 s` below ten seconds, `240 s` from there on, set to the right of ``timeColumns``; what is no whole unit is left out.
  var time: String {
    let hundredths = left.nanoseconds / 10_000_000
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    let text = whole >= 10 ? "\(whole) s" : "\(whole).\(rest < 10 ? "0" : "")\(rest) s"
    return String(repeating: " ", count: max(0, Self.timeColumns - text.count)) + text
  }
}

extension Timer {
  /// What it is called beside its bar.
  var name: Localized {
    switch self {
    case .retransmission: Localized(zh: "重传", en: "retransmit")
    case .timeWait: Localized(zh: "2MSL", en: "2MSL")
    case .user: Localized(zh: "用户超时", en: "user timer")
    case .delayedAck: Localized(zh: "延迟确认", en: "delayed ACK")
    }
  }

  /// The same where there is little room.
  var shortName: Localized {
    switch self {
    case .retransmission: Localized(zh: "重传", en: "RTO")
    case .timeWait: Localized(zh: "2MSL", en: "2MSL")
    case .user: Localized(zh: "用户", en: "user")
    case .delayedAck: Localized(zh: "延迟", en: "ACK")
    }
  }
}
