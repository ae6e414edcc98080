import Bilingual
import Manuscript

/// The settings as the user keeps them: a key and a value a line, in YAML, with comments.
public struct SettingsText: Hashable, Sendable {
  public private(set) var text: String
  /// How to call the file where something in it is wrong.
  private let file: String

  public init(_ text: String, file: String) {
    self.text = text
    self.file = file
  }

  /// What is settled, and what is wrong in the text.
  ///
  /// A key that is unknown and a value that is none are told, and everything else holds; where the text is no YAML
  /// nothing does.
  public func read() -> (settings: Settings, problems: [Diagnostic]) {
    var settings = Settings()
    var reader = YAMLReader(text, file: file)
    guard let document = reader.document(),
      let fields = reader.fields(document, known: Setting.all.map(\.name), required: [])
    else { return (settings, reader.diagnostics) }
    for entry in fields.entries {
      guard let setting = Setting(named: entry.name), let value = reader.text(entry.value) else { continue }
      if setting.set(value, in: &settings) { continue }
      reader.report(
        entry.value,
        Localized(zh: "“\(setting.name)”不能是“\(value)”", en: "“\(value)” is no value of “\(setting.name)”"),
        Suggestion.hint(for: value, among: setting.values))
    }
    return (settings, reader.diagnostics)
  }

  /// Sets a value: its line is rewritten, or comes at the end where it was not set; all other lines stay.
  ///
  /// - Parameter value: one of the setting's values.
  /// - Returns: false, with nothing changed, where something is wrong in the text, or the value stands on more than one
  ///   line.
  public mutating func set(_ setting: Setting, to value: String) -> Bool {
    var reader = YAMLReader(text, file: file)
    let entries = reader.document().map(\.entries) ?? []
    guard let entries else { return false }
    let new: String?
    if let entry = entries.first(where: { $0.name == setting.name }) {
      new = replacing(entry.value.place, by: value)
    } else {
      new = text + (text.isEmpty || text.last?.isNewline == true ? "" : "\n") + "\(setting.name): \(value)\n"
    }
    guard let new else { return false }
    // Whatever else the text may hold: it is taken only if it then says what it should.
    let (settings, problems) = SettingsText(new, file: file).read()
    guard problems.isEmpty, setting.value(in: settings) == value else { return false }
    text = new
    return true
  }

  private func replacing(_ place: YAMLNode.Place, by value: String) -> String? {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    guard place.length < Int.max, lines.indices.contains(place.line - 1) else { return nil }
    let line = lines[place.line - 1]
    let start = min(place.column - 1, line.count)
    let blank: [Unicode.Scalar] = start > 0 && line[start - 1] == ":" ? [" "] : []
    lines[place.line - 1] =
      line[..<start] + blank + value.unicodeScalars + line[min(start + place.length, line.count)...]
    return lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
  }
}
