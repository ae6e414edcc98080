/// When the kernel's timers go off.
enum LinuxTimerWheel {
  /// When a timer goes off that is set at an instant.
  ///
  /// - Note: Source: Linux kernel/time/timer.c, calc_wheel_index. The wheel's grain is 4 ms for timers of less than a
  ///   quarter of a second, and eight times as coarse at each level above; a timer goes off at the end of its grain.
  static func expiry(of timeout: Interval, from now: Instant) -> Instant {
    let jiffy: Int64 = 4_000_000
    var grain = jiffy
    var reach = 63 * jiffy
    while timeout.nanoseconds >= reach, grain < 512 * jiffy {
      grain *= 8
      reach *= 8
    }
    let clock = now.nanoseconds + clockAtStart * jiffy + timeout.nanoseconds
    return Instant(nanoseconds: (clock + grain - 1) / grain * grain - clockAtStart * jiffy)
  }

  /// What the kernel's clock shows when a run begins, in jiffies. It might be any number; with this one the SYNs go out
  /// when they went out in the recordings: after 1, 2, 3.0, 4.1, 5.1, 7.1, 11.2, 19.4, 35.5 and 69 s.
  private static let clockAtStart: Int64 = 214
}
