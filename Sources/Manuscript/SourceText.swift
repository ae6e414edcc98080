import Bilingual

/// A source text as lines, however they end; a byte order mark is dropped.
public struct SourceText: Hashable, Sendable {
  /// Without their line breaks (LF, CR LF or CR); empty for an empty text.
  public let lines: [String]
  /// The number of the first line in its file, from **1**. All numbers of lines here are the file's.
  public let firstLine: Int
  let hasControlCharacters: Bool

  public init(_ text: String, firstLine: Int = 1) {
    var text = text
    self.firstLine = firstLine
    hasControlCharacters = text.unicodeScalars.contains { $0.isControl && $0 != "\n" && $0 != "\r" }
    lines = text.withUTF8(Self.split)
  }

  private static func split(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var lines: [String] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == lineFeed || byte == carriageReturn {
        lines.append(String(decoding: bytes[start..<position], as: UTF8.self))
        if byte == carriageReturn, position + 1 < bytes.count, bytes[position + 1] == lineFeed { position += 1 }
        start = position + 1
      }
      position += 1
    }
    if start < bytes.count { lines.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return lines
  }

  /// The numbers of all lines.
  public var lineNumbers: Range<Int> { firstLine..<(firstLine + lines.count) }

  /// A line by its number; empty outside the text.
  public func line(_ number: Int) -> String {
    lineNumbers.contains(number) ? lines[number - firstLine] : ""
  }

  /// Some lines, by number, each with a line break behind it.
  public func joined(_ range: Range<Int>) -> String {
    var text = ""
    text.reserveCapacity(range.reduce(0) { $0 + line($1).utf8.count + 1 })
    for number in range {
      text += line(number)
      text += "\n"
    }
    return text
  }

  /// Some lines, by number, each with a line break behind it, with a space for every control character.
  ///
  /// Those are reported in any case; to the languages that stand in a text some of them end a line, and would shift the
  /// lines below.
  public func joinedPlainly(_ range: Range<Int>) -> String {
    let text = joined(range)
    guard hasControlCharacters else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl && $0 != "\n" ? " " : $0 }))
  }

  // MARK: Places

  /// The character column of a byte column, both from **1**.
  public func column(line number: Int, byteColumn: Int) -> Int {
    let line = line(number)
    let end = line.utf8.index(line.startIndex, offsetBy: max(0, byteColumn - 1), limitedBy: line.endIndex)
    return line[..<(end ?? line.endIndex)].count + 1
  }

  /// The character column of a column counted in Unicode scalars, both from **1**.
  public func column(line number: Int, scalarColumn: Int) -> Int {
    let line = line(number)
    return String(line.unicodeScalars.prefix(max(0, scalarColumn - 1))).count + 1
  }

  /// From a line's first character that is no space to its last; column **1** of an empty line.
  public func location(ofLine number: Int) -> SourceLocation {
    let line = line(number)
    let indentation = line.prefix { $0.isWhitespace }.count
    guard indentation < line.count else { return SourceLocation(line: number) }
    let trailing = line.reversed().prefix { $0.isWhitespace }.count
    return SourceLocation(line: number, column: indentation + 1, length: line.count - indentation - trailing)
  }

  /// A stretch so many characters behind a place; a line break and the indentation behind it are one character.
  public func location(behind offset: Int, line: Int, column: Int, length: Int) -> SourceLocation {
    var (line, column, offset) = (line, column, offset)
    while line < lineNumbers.upperBound - 1, column + offset > self.line(line).count + 1 {
      offset -= self.line(line).count + 2 - column
      line += 1
      column = self.line(line).prefix { $0.isWhitespace }.count + 1
    }
    return location(line: line, column: column + max(0, offset), length: length)
  }

  /// A stretch of a line, cut off at its end.
  public func location(line number: Int, column: Int, length: Int) -> SourceLocation {
    SourceLocation(line: number, column: column, length: min(length, line(number).count - column + 1))
  }
}
