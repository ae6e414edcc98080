import Scenario

/// A source text as lines, however they end; a byte order mark is dropped.
struct SourceText: Hashable, Sendable {
  /// Without their line breaks (LF, CR LF or CR); empty for an empty text.
  let lines: [String]

  init(_ text: String) {
    var lines: [String] = []
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var start = bytes.startIndex
    var position = start
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        lines.append(String(decoding: bytes[start..<position], as: UTF8.self))
        if byte == UInt8(ascii: "\r"), position + 1 < bytes.endIndex, bytes[position + 1] == UInt8(ascii: "\n") {
          position += 1
        }
        start = position + 1
      }
      position += 1
    }
    if start < bytes.endIndex { lines.append(String(decoding: bytes[start...], as: UTF8.self)) }
    self.lines = lines
  }

  /// A line by its number, from **1**; empty outside the text.
  func line(_ number: Int) -> String {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// Some lines, each with a line break behind it, at the place where they stand: empty lines come before.
  func text(of range: Range<Int>) -> String {
    String(repeating: "\n", count: range.lowerBound - 1) + joined(range)
  }

  /// Some lines, by number, each with a line break behind it.
  func joined(_ range: Range<Int>) -> String {
    range.reduce(into: "") { $0 += line($1) + "\n" }
  }

  /// The character column of a byte column, both from **1**.
  func column(line number: Int, byteColumn: Int) -> Int {
    let line = line(number)
    let end = line.utf8.index(line.startIndex, offsetBy: max(0, byteColumn - 1), limitedBy: line.endIndex)
    return line[..<(end ?? line.endIndex)].count + 1
  }

  /// The character column of a column counted in Unicode scalars, both from **1**.
  func column(line number: Int, scalarColumn: Int) -> Int {
    let line = line(number)
    return String(line.unicodeScalars.prefix(max(0, scalarColumn - 1))).count + 1
  }

  /// From a line's first character that is no space to its last; column **1** of an empty line.
  func location(ofLine number: Int) -> SourceLocation {
    let line = line(number)
    let indentation = line.prefix { $0.isWhitespace }.count
    guard indentation < line.count else { return SourceLocation(line: number) }
    let trailing = line.reversed().prefix { $0.isWhitespace }.count
    return SourceLocation(line: number, column: indentation + 1, length: line.count - indentation - trailing)
  }

  /// A stretch so many characters behind a place; a line break and the indentation behind it are one character.
  func location(behind offset: Int, line: Int, column: Int, length: Int) -> SourceLocation {
    var (line, column, offset) = (line, column, offset)
    while line < lines.count, column + offset > self.line(line).count + 1 {
      offset -= self.line(line).count + 2 - column
      line += 1
      column = self.line(line).prefix { $0.isWhitespace }.count + 1
    }
    return location(line: line, column: column + max(0, offset), length: length)
  }

  /// A stretch of a line, cut off at its end.
  func location(line number: Int, column: Int, length: Int) -> SourceLocation {
    SourceLocation(line: number, column: column, length: min(length, line(number).count - column + 1))
  }
}
