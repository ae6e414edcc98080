import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Moment {
  /// What both clocks say now.
  static var now: Moment {
    var even = timespec()
    var wall = timespec()
    clock_gettime(CLOCK_MONOTONIC, &even)
    clock_gettime(CLOCK_REALTIME, &wall)
    return Moment(
      nanoseconds: Int64(even.tv_sec) * 1_000_000_000 + Int64(even.tv_nsec), wallSeconds: Int64(wall.tv_sec))
  }
}
