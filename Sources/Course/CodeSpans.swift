import Bilingual
import Manuscript

/// Finds code spans in source lines.
///
/// cmark-gfm's own places are off by what it takes away: a list's indentation, the backslash of `\|` in a table, the
/// lines of a span that is broken in two.
struct CodeSpans {
  struct Span {
    /// Without the backticks, line breaks as spaces.
    var text: String
    /// Of the text, as far as it stands in its first line.
    var location: SourceLocation
    /// Where it stands, backticks included, among the octets that were searched.
    fileprivate var range: Range<Int>
  }

  private(set) var all: [Span] = []
  /// The spans up to here have been taken.
  private var position = 0
  /// The lines without their indentation, each with a line break behind it.
  private var octets: [UInt8] = []
  /// Where each line begins among the octets.
  private var starts: [(offset: Int, line: Int, indentation: Int)] = []

  init() {}

  /// - Parameters:
  ///   - lines: numbers of lines of the source.
  ///   - isTableRow: whether `\|` is a vertical bar even in code.
  init(in lines: ClosedRange<Int>, of source: SourceText, isTableRow: Bool = false) {
    for number in lines {
      let line = source.line(number).utf8
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      starts.append((octets.count, number, line.count - text.count))
      octets += text
      octets.append(UInt8(ascii: "\n"))
    }
    for (outer, inner) in Self.ranges(in: octets) { all.append(span(outer, inner, source, isTableRow)) }
  }

  /// Takes the next span with this text; nil where there is none, and nothing is taken.
  mutating func next(_ text: String) -> Span? {
    guard let place = all[position...].firstIndex(where: { $0.text == text }) else { return nil }
    position = place + 1
    return all[place]
  }

  /// What stands between the spans.
  var outside: String {
    var outside: [UInt8] = []
    var position = 0
    for span in all {
      outside += octets[position..<span.range.lowerBound]
      position = span.range.upperBound
    }
    return String(decoding: outside + octets[position...], as: UTF8.self)
  }

  /// The spans with their backticks and without.
  private static func ranges(in octets: [UInt8]) -> [(outer: Range<Int>, inner: Range<Int>)] {
    let backtick = UInt8(ascii: "`")
    var ranges: [(Range<Int>, Range<Int>)] = []
    var position = 0
    func run(at start: Int) -> Int { octets[start...].prefix { $0 == backtick }.count }
    while position < octets.count {
      guard octets[position] == backtick else {
        position += octets[position] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      let length = run(at: position)
      let start = position + length
      var end = start
      while end < octets.count {
        let other = run(at: end)
        if other == length { break }
        end += max(1, other)
      }
      position = start
      if end < octets.count {
        position = end + length
        ranges.append((start - length..<position, start..<end))
      }
    }
    return ranges
  }

  private func span(_ outer: Range<Int>, _ inner: Range<Int>, _ source: SourceText, _ isTableRow: Bool) -> Span {
    let space = UInt8(ascii: " ")
    var inner = inner
    var text = octets[inner].map { $0 == UInt8(ascii: "\n") ? space : $0 }
    if text.count > 1, text.first == space, text.last == space, text.contains(where: { $0 != space }) {
      text = Array(text[1..<(text.count - 1)])
      inner = inner.lowerBound + 1..<inner.upperBound - 1
    }
    if isTableRow {
      for place in text.indices.dropLast().reversed()
      where text[place] == UInt8(ascii: "\\") && text[place + 1] == UInt8(ascii: "|") {
        text.remove(at: place)
      }
    }
    let start = starts.last { $0.offset <= inner.lowerBound }!
    let column = source.column(
      line: start.line, byteColumn: inner.lowerBound - start.offset + start.indentation + 1)
    let firstLine = octets[inner].prefix { $0 != UInt8(ascii: "\n") }
    let length = String(decoding: firstLine, as: UTF8.self).count + (firstLine.endIndex < inner.upperBound ? 1 : 0)
    return Span(
      text: String(decoding: text, as: UTF8.self),
      location: SourceLocation(line: start.line, column: column, length: length), range: outer)
  }
}
