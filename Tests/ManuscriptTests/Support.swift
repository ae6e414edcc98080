import Bilingual
import Manuscript
import Testing

/// What the tests look at in a diagnostic.
struct Finding: Hashable, CustomStringConvertible {
  var line: Int
  var column: Int
  var length: Int
  var message: String

  init(_ line: Int, _ column: Int, _ message: String) { self.init(line, column, 1, message) }

  init(_ line: Int, _ column: Int, _ length: Int, _ message: String) {
    (self.line, self.column, self.length, self.message) = (line, column, length, message)
  }

  init(_ diagnostic: Diagnostic) {
    let place = diagnostic.location
    self.init(place.line, place.column, place.length, diagnostic.message.en)
  }

  var description: String { "\(line):\(column)+\(length) \(message)" }
}

/// What is wrong with a text as YAML.
func findings(in source: String) -> [Finding] {
  var reader = YAMLReader(source, file: "test.yaml")
  _ = reader.document()
  for diagnostic in reader.diagnostics {
    #expect(!diagnostic.message.zh.isEmpty && diagnostic.message.zh != diagnostic.message.en)
    let place = diagnostic.location
    #expect(place.column + place.length <= max(2, diagnostic.sourceLine.count + 2), "\(diagnostic)")
  }
  return reader.diagnostics.map(Finding.init)
}

/// The value of a text that is sound.
func document(_ source: String) throws -> YAMLNode {
  var reader = YAMLReader(source, file: "test.yaml")
  let document = reader.document()
  try #require(reader.diagnostics.isEmpty, "\(reader.diagnostics)")
  return try #require(document)
}
