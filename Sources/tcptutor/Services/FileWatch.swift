#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tells when something happens to a file; until then the system keeps watch, and nothing runs.
///
/// Editors put a new file in the old one's place, so its folder is watched and not itself. A link is watched as well as
/// what it leads to.
final class FileWatch {
  /// Readable when something has happened, to this file or another one in its folder.
  let descriptor: Int32
  private let path: String
  /// What a link led to when it last led anywhere.
  private var target: String?
  /// The names in each watched folder, by the system's number for the folder.
  private var names: [Int32: Set<String>] = [:]

  /// - Returns: nil where the system does not watch files, or no more of them.
  init?(_ path: String) {
    #if os(Linux)
      self.path = path
      descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      renew()
      if names.isEmpty { return nil }
    #else
      return nil
    #endif
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  #if os(Linux)
    /// A file has been written to its end, has got this name, or lost it.
    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

    /// Watches the folders that have the name now; a folder may have been replaced, or a link turned elsewhere.
    func renew() {
      if let resolved = realpath(path, nil) {
        target = String(cString: resolved)
        free(resolved)
      }
      names = [:]
      for path in [path, target].compactMap(\.self) {
        let cut = path.lastIndex(of: "/")
        let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let watch = inotify_add_watch(descriptor, folder, Self.mask)
        guard watch >= 0 else { continue }
        names[watch, default: []].insert(String(path[(cut.map(path.index(after:)) ?? path.startIndex)...]))
      }
    }

    /// Takes all that has happened.
    ///
    /// - Returns: whether any of it may have been to the file.
    func takeEvents() -> Bool {
      var hasChanged = false
      var buffer = [UInt8](repeating: 0, count: 16384)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return hasChanged }
        buffer[..<count].withUnsafeBytes { bytes in
          var start = 0
          while start < count {
            let event = bytes.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
            let end = start + MemoryLayout<inotify_event>.size + Int(event.len)
            let name = bytes[(end - Int(event.len))..<end].prefix { $0 != 0 }
            // Without a name it is about the folder, or events were lost.
            if name.isEmpty || names[event.wd]?.contains(String(decoding: name, as: UTF8.self)) ?? false {
              hasChanged = true
            }
            start = end
          }
        }
      }
    }
  #else
    func renew() {}
    func takeEvents() -> Bool { false }
  #endif
}
