import Bilingual
import Scenario

/// Collects what is wrong in a file, so that it can be told at once.
struct DiagnosticLog {
  let file: String
  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String, source: SourceText) {
    self.file = file
    self.source = source
  }

  mutating func report(at location: SourceLocation, _ message: Localized, _ hint: Localized? = nil) {
    diagnostics.append(
      Diagnostic(
        file: file, location: location, sourceLine: source.line(location.line), message: message, hint: hint))
  }

  /// Takes over what was found elsewhere, with the line as it stands in this file.
  mutating func add(_ found: [Diagnostic]) {
    for var diagnostic in found {
      diagnostic.sourceLine = source.line(diagnostic.location.line)
      diagnostics.append(diagnostic)
    }
  }

  /// Everything, in the order of the file.
  var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let (a, b) = (left.element.location, right.element.location)
      return (a.line, a.column, left.offset) < (b.line, b.column, right.offset)
    }.map(\.element)
  }

  /// Characters that belong in no text: they would reach the learner's terminal.
  mutating func reportControlCharacters() {
    for (offset, line) in source.lines.enumerated() {
      for (column, character) in line.enumerated() {
        guard let scalar = character.unicodeScalars.first(where: Self.isControl) else { continue }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        report(
          at: SourceLocation(line: offset + 1, column: column + 1),
          Localized(zh: "这里有控制字符 \(name)", en: "there is a control character here, \(name)"),
          Localized(zh: "删去它", en: "remove it"))
      }
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }
}
