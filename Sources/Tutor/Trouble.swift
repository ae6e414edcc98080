import Bilingual

extension Diagnostic {
  /// Where, what, and what to do about it, in one sentence.
  public var sentence: Localized {
    let place = "\(file):\(location.line):\(location.column)"
    return Localized(
      zh: "\(place)：\(message.zh)" + (hint.map { "（\($0.zh)）" } ?? ""),
      en: "\(place): \(message.en)" + (hint.map { " (\($0.en))" } ?? ""))
  }
}

extension Diagnostics {
  /// The first of them, and how many more there are.
  public var sentence: Localized {
    let (first, others) = (all[0].sentence, all.count - 1)
    guard others > 0 else { return first }
    return Localized(zh: "\(first.zh)；另有 \(others) 处", en: "\(first.en); and \(others) more")
  }
}
