import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Sleeps until a descriptor can be read from without waiting, or the time has come.
///
/// - Parameters:
///   - descriptors: what to watch.
///   - deadline: nanoseconds of a ``Moment``; nil waits for as long as it takes, and what has passed not at all.
/// - Returns: **for each descriptor** whether it has something, or has ended; nil where the system refuses to watch them.
func readability(of descriptors: [Int32], until deadline: Int64?) -> [Bool]? {
  var sources = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  while true {
    // Rounded up: to come back before the time would be to wait once more.
    let left = deadline.map { Int32(clamping: max(0, $0 - Moment.now.nanoseconds + 999_999) / 1_000_000) }
    if poll(&sources, nfds_t(sources.count), left ?? -1) >= 0 { return sources.map { $0.revents != 0 } }
    if errno != EINTR && errno != EAGAIN { return nil }
  }
}
