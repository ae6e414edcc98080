import Bilingual

/// Values that are one of a few words.
extension YAMLReader {
  /// One of a type's words; nil, and reported with those that there are, where the node is none. Nil for no node.
  ///
  /// - Parameter name: what such a word is called, in the singular.
  public mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode?, _ type: Word.Type, called name: Localized
  ) -> Word? {
    guard let node else { return nil }
    if let word = node.text.flatMap(Word.init(rawValue:)) { return word }
    let text = node.text ?? ""
    report(
      node, Localized(zh: "没有“\(text)”这种\(name.zh)", en: "there is no \(name.en) “\(text)”"),
      Suggestion.hint(for: text, among: Word.allCases.map(\.rawValue)))
    return nil
  }

  /// `true` or `false`; nil, and reported, where the node is neither. Nil for no node.
  public mutating func flag(_ node: YAMLNode?) -> Bool? {
    guard let node else { return nil }
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      report(node, Localized(zh: "这里应是 true 或 false", en: "true or false belongs here"))
      return nil
    }
  }
}
