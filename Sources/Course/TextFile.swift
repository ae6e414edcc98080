import Bilingual

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file or a directory can't be read.
public enum TextFileError: Error, Hashable {
  /// The system's error number.
  case unreadable(errno: Int32)
  case isNoFile
  /// Where the first octets that are no UTF-8 stand: line and column, from **1**.
  case isNoUTF8(line: Int, column: Int)

  public var message: Localized {
    switch self {
    case .unreadable(ENOENT): Localized(zh: "没有这个文件或目录", en: "there is no such file or directory")
    case .unreadable(EACCES): Localized(zh: "没有读取权限", en: "reading it is not permitted")
    case .unreadable(ENOTDIR): Localized(zh: "这不是目录", en: "this is no directory")
    case .unreadable(let number):
      Localized(
        zh: "无法读取：\(String(cString: strerror(number)))", en: "it can't be read: \(String(cString: strerror(number)))")
    case .isNoFile: Localized(zh: "这不是普通文件", en: "this is no ordinary file")
    case .isNoUTF8: Localized(zh: "从这里起不是 UTF-8 编码", en: "from here on this is not UTF-8")
    }
  }
}

/// Reads text files and lists directories by the C library alone, so that no larger one need be loaded.
public enum TextFile {
  /// - Throws: `TextFileError`.
  public static func read(_ path: String) throws(TextFileError) -> String {
    try decode(readBytes(path) { _ in false }, isWhole: true)
  }

  /// Reads from the beginning until enough has been read, by blocks.
  ///
  /// - Parameter isEnough: told all octets read so far.
  /// - Throws: `TextFileError`.
  static func readHead(_ path: String, until isEnough: ([UInt8]) -> Bool) throws(TextFileError) -> String {
    try decode(readBytes(path, until: isEnough), isWhole: false)
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

  private static func readBytes(_ path: String, until isEnough: ([UInt8]) -> Bool) throws(TextFileError) -> [UInt8] {
    // A pipe must not make this wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .isNoFile }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 8192)
    while true {
      let count = block.withUnsafeMutableBytes { Self.read(descriptor, into: $0) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(errno: errno)
      }
      bytes += block[..<count]
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
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var text = String.UnicodeScalarView()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): text.append(Unicode.UTF8.decode(scalar))
      case .emptyInput: return String(text)
      case .error:
        // A block may end inside a character, and nothing is missing where only the head was asked for.
        if !isWhole, iterator.next() == nil { return String(text) }
        let source = SourceText(String(text) + "?")
        throw .isNoUTF8(line: source.lines.count, column: source.lines.last?.count ?? 1)
      }
    }
  }
}
