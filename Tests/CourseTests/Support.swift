import Bilingual
import Course
import Support
import Testing

/// Front matter of ten lines: the first line below is line 11.
let frontMatter = """
  ---
  id: test
  section: 10.3.6
  title: A test
  order: 1
  objectives: { test: to test }
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
  var all: [Diagnostic] = []
  do throws(Diagnostics) {
    all = ChapterCheck.check(try ChapterReader.read(source: source, file: file, language: .en))
  } catch {
    all = error.all
  }
  // A word that is missing is missed behind a space at the end.
  for diagnostic in all {
    #expect(diagnostic.isBilingual && diagnostic.isInItsLine(orBehindBy: 2), "\(diagnostic)")
  }
  // Here a text in either language is read as an English one.
  return all.map(Finding.init).filter { !$0.message.hasPrefix("there is Chinese in an English chapter") }
}

/// What is wrong with a chapter that has this below its front matter, but for the states that it should say at its end,
/// and the fields that its numbers should name: these small ones are about something else.
func findings(below body: String) -> [Finding] {
  let others = ["the beat changes a state, and does not say", "it is not said of which field"]
  return findings(in: frontMatter + body).filter { found in !others.contains { found.message.hasPrefix($0) } }
}
