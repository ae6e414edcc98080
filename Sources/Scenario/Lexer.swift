/// A word of a line, or a text in quotation marks.
package struct Token: Hashable {
  package var text: String
  /// In characters, from 1.
  package var column: Int
  var isQuoted = false
  /// Whether the quotation mark at its end is missing.
  var isOpen = false

  package var length: Int { text.count + (isOpen ? 1 : isQuoted ? 2 : 0) }
  package var lowercased: String { text.lowercased() }
}

/// A line as words; a comment is none.
package struct Line {
  package var number: Int
  package var source: String
  package var tokens: [Token]

  package init(number: Int, source: String) {
    self.number = number
    self.source = source
    tokens = Self.tokens(of: source)
  }

  /// The column behind the last word, where something that is missing would stand.
  var endColumn: Int { tokens.last.map { $0.column + $0.length } ?? 1 }

  /// The line without indentation and comment.
  package var text: String {
    guard let first = tokens.first else { return "" }
    return String(source.dropFirst(first.column - 1).prefix(endColumn - first.column))
  }

  private static func tokens(of source: String) -> [Token] {
    var tokens: [Token] = []
    let characters = Array(source)
    var position = 0
    while position < characters.count {
      let character = characters[position]
      if character.isWhitespace {
        position += 1
      } else if character == "/", position + 1 < characters.count, characters[position + 1] == "/" {
        break
      } else if character == "\"" {
        let end = characters[(position + 1)...].firstIndex(of: "\"") ?? characters.endIndex
        tokens.append(
          Token(
            text: String(characters[(position + 1)..<end]), column: position + 1, isQuoted: true,
            isOpen: end == characters.endIndex))
        position = end + 1
      } else {
        var end = position
        while end < characters.count, !characters[end].isWhitespace {
          if characters[end] == "/", end + 1 < characters.count, characters[end + 1] == "/" { break }
          end += 1
        }
        tokens.append(Token(text: String(characters[position..<end]), column: position + 1))
        position = end
      }
    }
    return tokens
  }
}
