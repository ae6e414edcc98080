#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads text files and lists directories by the C library alone, so that no larger one need be loaded.
public enum TextFile {
  /// The longest text that is read, in octets.
  public static let limit = 16 << 20

  /// - Parameters:
  ///   - path: the file's.
  ///   - orPipe: whether it may be a pipe or a terminal, such as `/dev/stdin`, which is read to its end, however long
  ///     that takes; otherwise it must be an ordinary file.
  /// - Throws: `TextFileError`.
  public static func read(_ path: String, orPipe: Bool = false) throws(TextFileError) -> String {
    try decode(readBytes(path, orPipe: orPipe) { _ in false }, isWhole: true)
  }

  /// Reads standard input to its end, whatever it is.
  ///
  /// - Throws: `TextFileError`.
  public static func readStandardInput() throws(TextFileError) -> String {
    try decode(readBytes(from: STDIN_FILENO) { _ in false }, isWhole: true)
  }

  /// Reads from the beginning until enough has been read, by blocks.
  ///
  /// - Parameters:
  ///   - path: that of an ordinary file.
  ///   - isEnough: told all octets read so far.
  /// - Throws: `TextFileError`.
  public static func readHead(_ path: String, until isEnough: ([UInt8]) -> Bool) throws(TextFileError) -> String {
    try decode(readBytes(path, orPipe: false, until: isEnough), isWhole: false)
  }

  /// The names in a directory, sorted; hidden ones left out.
  ///
  /// - Throws: `TextFileError.unreadable`.
  public static func names(inDirectory path: String) throws(TextFileError) -> [String] {
    guard let directory = opendir(path) else { throw .unreadable(errno: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  // MARK: Octets

  private static func readBytes(
    _ path: String, orPipe: Bool, until isEnough: ([UInt8]) -> Bool
  ) throws(TextFileError) -> [UInt8] {
    // A pipe where a file should be must not make this wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (orPipe ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw .unreadable(errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || (orPipe && (kind == S_IFIFO || kind == S_IFCHR)) else { throw .isNoFile }
    return try readBytes(from: descriptor, until: isEnough)
  }

  private static func readBytes(
    from descriptor: Int32, until isEnough: ([UInt8]) -> Bool
  ) throws(TextFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 8192)
    while true {
      let count = block.withUnsafeMutableBytes { Self.read(descriptor, into: $0) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(errno: errno)
      }
      bytes += block[..<count]
      if bytes.count > limit { throw .isTooLong }
      if count == 0 || isEnough(bytes) { return bytes }
    }
  }

  private static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// - Parameter isWhole: whether a character that the end cuts off is wrong.
  static func decode(_ bytes: [UInt8], isWhole: Bool) throws(TextFileError) -> String {
    // A block may end inside a character, and nothing is missing where only the head was asked for.
    for cut in 0...(isWhole ? 0 : 3) {
      if let text = String(validating: bytes.dropLast(cut), as: UTF8.self) { return text }
    }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var sound = 0
    while case .valid(let character) = parser.parseScalar(from: &iterator) { sound += character.count }
    let source = SourceText(String(decoding: bytes[..<sound], as: UTF8.self) + "?")
    throw .isNoUTF8(line: source.lines.count, column: source.lines.last?.count ?? 1)
  }
}
