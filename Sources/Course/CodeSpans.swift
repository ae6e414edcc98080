import Scenario

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
    /// Where it stands, backticks included, among the characters that were searched.
    fileprivate var range: Range<Int>
  }

  private var rest: ArraySlice<Span>
  /// What stands between the spans.
  let outside: String

  init() {
    rest = []
    outside = ""
  }

  /// - Parameters:
  ///   - lines: numbers of lines of the source.
  ///   - isTableRow: whether `\|` is a vertical bar even in code.
  init(in lines: ClosedRange<Int>, of source: SourceText, isTableRow: Bool = false) {
    var characters: [Place] = []
    for number in lines {
      let line = source.line(number)
      let indentation = line.prefix { $0.isWhitespace }.count
      for (column, character) in line.enumerated() where column >= indentation {
        characters.append(Place(character: character, line: number, column: column + 1))
      }
      characters.append(Place(character: "\n", line: number, column: line.count + 1))
    }
    if isTableRow {
      for place in characters.indices.dropLast().reversed()
      where characters[place].character == "\\" && characters[place + 1].character == "|" {
        characters.remove(at: place)
      }
    }
    let spans = Self.spans(in: characters)
    var position = 0
    var outside = ""
    for span in spans {
      outside += String(characters[position..<span.range.lowerBound].map(\.character))
      position = span.range.upperBound
    }
    self.outside = outside + String(characters[position...].map(\.character))
    rest = spans[...]
  }

  var all: [Span] { Array(rest) }

  /// Takes the next span with this text; nil where there is none, and nothing is taken.
  mutating func next(_ text: String) -> Span? {
    guard let place = rest.firstIndex(where: { $0.text == text }) else { return nil }
    defer { rest = rest[(place + 1)...] }
    return rest[place]
  }

  private struct Place {
    var character: Character
    var line: Int
    var column: Int
  }

  private static func spans(in characters: [Place]) -> [Span] {
    var spans: [Span] = []
    var position = 0
    func run(at start: Int) -> Int { characters[start...].prefix { $0.character == "`" }.count }
    while position < characters.count {
      if characters[position].character == "\\" {
        position += 2
        continue
      }
      guard characters[position].character == "`" else {
        position += 1
        continue
      }
      let length = run(at: position)
      var end = position + length
      while end < characters.count {
        guard characters[end].character == "`" else {
          end += 1
          continue
        }
        let other = run(at: end)
        if other == length { break }
        end += other
      }
      guard end < characters.count else {
        position += length
        continue
      }
      spans.append(span(Array(characters[(position + length)..<end]), range: position..<(end + length)))
      position = end + length
    }
    return spans
  }

  private static func span(_ inner: [Place], range: Range<Int>) -> Span {
    var inner = inner.map { place in
      Place(character: place.character == "\n" ? " " : place.character, line: place.line, column: place.column)
    }
    if inner.count > 1, inner.first!.character == " ", inner.last!.character == " ",
      inner.contains(where: { $0.character != " " })
    {
      inner.removeFirst()
      inner.removeLast()
    }
    let first = inner[0]
    let length = inner.prefix { $0.line == first.line }.count
    return Span(
      text: String(inner.map(\.character)),
      location: SourceLocation(line: first.line, column: first.column, length: length), range: range)
  }
}
