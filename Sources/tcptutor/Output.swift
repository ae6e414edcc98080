import Bilingual

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a command writes its data: a file, or standard output.
struct Output {
  /// Nil for standard output.
  private let path: String?

  static let standard = Output(path: nil)

  /// - Parameter path: a file, which is made or replaced; nil and `-` are standard output.
  init(path: String?) { self.path = path == "-" ? nil : path }

  var isStandard: Bool { path == nil }

  /// The file of this host, where there is one for each: `run.pcapng` of the client is `run-client.pcapng`.
  func named(for host: String) -> Output {
    guard let path else { return self }
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return Output(path: "\(path)-\(host)") }
    return Output(path: "\(path[..<dot])-\(host)\(path[dot...])")
  }

  /// - Throws: `Failure.cannotCreate` with the system's reason; a pipe that nobody reads any more is one.
  func write(lines: [String]) throws(Failure) {
    var octets: [UInt8] = []
    for line in lines { octets += Array((line + "\n").utf8) }
    try write(octets)
  }

  /// - Throws: `Failure.cannotCreate` with the system's reason; a pipe that nobody reads any more is one.
  func write(_ octets: [UInt8]) throws(Failure) {
    let descriptor = path.map { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) } ?? STDOUT_FILENO
    guard descriptor >= 0 else { throw failure() }
    defer { if path != nil { close(descriptor) } }
    var rest = octets[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      rest.removeFirst(count)
    }
  }

  private func failure() -> Failure {
    let reason = String(cString: strerror(errno))
    guard let path else {
      return Failure(
        .cannotCreate,
        Localized(zh: "不能写入标准输出：\(reason)。", en: "Standard output can't be written: \(reason)."))
    }
    return Failure(
      .cannotCreate, Localized(zh: "不能写入“\(path)”：\(reason)。", en: "“\(path)” can't be written: \(reason)."))
  }
}

/// The system's function, whose name a method has here.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
