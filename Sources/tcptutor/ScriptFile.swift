import Bilingual
import Course
import Scenario

/// Reads a scenario from a file, a chapter, or standard input.
///
/// - Throws: `Diagnostics` with everything that is wrong in it.
func loadScript(_ file: String, _ language: Language) throws(Diagnostics) -> Script {
  if file == "-" { return try ScriptParser.parse(try readText("-"), file: "-") }
  if file.hasSuffix(".md") { return try ChapterReader.read(file: file, language: language).script }
  return try ScriptParser.parse(try readText(file, orPipe: true), file: file)
}
