import Bilingual

/// Collects what is wrong in a file, so that it can be told at once.
public struct DiagnosticLog: Sendable {
  /// The file's name as it was given.
  public let file: String
  public let source: SourceText
  /// In the order in which they were found.
  public private(set) var diagnostics: [Diagnostic] = []

  public init(file: String, source: SourceText) {
    self.file = file
    self.source = source
  }

  public mutating func report(at location: SourceLocation, _ message: Localized, _ hint: Localized? = nil) {
    diagnostics.append(
      Diagnostic(
        file: file, location: location, sourceLine: source.line(location.line), message: message, hint: hint))
  }

  /// Takes over what was found elsewhere, with the line as it stands in this file.
  public mutating func add(_ found: [Diagnostic]) {
    for var diagnostic in found {
      diagnostic.sourceLine = source.line(diagnostic.location.line)
      diagnostics.append(diagnostic)
    }
  }

  /// Everything, in the order of the file.
  public var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let (a, b) = (left.element.location, right.element.location)
      return (a.line, a.column, left.offset) < (b.line, b.column, right.offset)
    }.map(\.element)
  }

  /// Reports characters that belong in no text: they would reach the learner's terminal.
  public mutating func reportControlCharacters() {
    guard source.hasControlCharacters else { return }
    for (offset, line) in source.lines.enumerated() {
      for (column, character) in line.enumerated() {
        guard let scalar = character.unicodeScalars.first(where: \.isControl) else { continue }
        report(
          at: SourceLocation(line: source.firstLine + offset, column: column + 1),
          Localized(zh: "这里有控制字符 \(scalar.name)", en: "there is a control character here, \(scalar.name)"),
          Localized(zh: "删去它", en: "remove it"))
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character other than a tab, or ends a line where some look for that.
  var isControl: Bool {
    switch value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }

  /// `U+001B`.
  var name: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
