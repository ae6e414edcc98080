import Bilingual
import Course
import Testing

/// The content that ships, found from where this file stands.
let contentDirectory = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
  separator: "/")

let library = ChapterLibrary(directory: contentDirectory)

/// What the tests look at in a diagnostic.
struct Finding: Hashable, CustomStringConvertible {
  var line: Int
  var column: Int
  var message: String

  init(_ line: Int, _ column: Int, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  init(_ diagnostic: Diagnostic) {
    self.init(diagnostic.location.line, diagnostic.location.column, diagnostic.message.en)
  }

  var description: String { "\(line):\(column) \(message)" }
}

/// Front matter of ten lines: the first line below is line 11.
let frontMatter = """
  ---
  id: test
  section: 10.3.6
  title: A test
  order: 1
  objectives: [to test]
  exams: [ccna]
  sources: [RFC 9293]
  # A comment.
  ---

  """

/// Reads a chapter with this below its front matter, which has ten lines.
func read(_ body: String) throws(Diagnostics) -> Chapter {
  try ChapterReader.read(source: frontMatter + body, file: "test.md", language: .en)
}

/// What is wrong with a text: where it is read, or where it is checked.
func findings(in source: String, file: String = "test.md") -> [Finding] {
  do throws(Diagnostics) {
    let found = ChapterCheck.check(try ChapterReader.read(source: source, file: file, language: .en))
    for diagnostic in found { checkShape(of: diagnostic, source) }
    return found.map(Finding.init)
  } catch {
    for diagnostic in error.all { checkShape(of: diagnostic, source) }
    return error.all.map(Finding.init)
  }
}

/// What is wrong with a chapter that has this below its front matter.
func findings(below body: String) -> [Finding] { findings(in: frontMatter + body) }

/// A diagnostic lies within its line and speaks both languages.
func checkShape(of diagnostic: Diagnostic, _ source: String) {
  let length = diagnostic.sourceLine.count
  let place = diagnostic.location
  #expect(place.line >= 1 && place.column >= 1, "\(diagnostic)")
  // A word that is missing is missed behind a space at the end.
  #expect(place.column <= length + 2 && place.column + place.length <= length + 3, "\(diagnostic)")
  #expect(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty)
  #expect(diagnostic.message.zh != diagnostic.message.en)
}

extension String {
  /// This text with the first occurrence replaced; a test that would change nothing fails.
  func replacing(first old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else {
      Issue.record("“\(old)” is not in the text")
      return self
    }
    return replacingCharacters(in: range, with: new)
  }

  private func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }

  private func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
