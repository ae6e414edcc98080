import Bilingual
import Manuscript
import Support
import Testing

/// What is wrong with a text as YAML.
func findings(in source: String) -> [Finding] {
  var reader = YAMLReader(source, file: "test.yaml")
  _ = reader.document()
  for diagnostic in reader.diagnostics {
    #expect(diagnostic.isBilingual && diagnostic.isInItsLine(orBehindBy: 1), "\(diagnostic)")
  }
  return reader.diagnostics.map(Finding.measured)
}

/// The value of a text that is sound.
func document(_ source: String) throws -> YAMLNode {
  var reader = YAMLReader(source, file: "test.yaml")
  let document = reader.document()
  try #require(reader.diagnostics.isEmpty, "\(reader.diagnostics)")
  return try #require(document)
}
