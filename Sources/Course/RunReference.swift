/// A stretch in code font, and the earlier run to which `(run 1)` behind it refers.
struct ProseSpan {
  let code: Inline
  /// From **1**; nil for the run in which it stands.
  var run: Int?
}

extension [Inline] {
  /// Every stretch in code font, in order, with the run that it is about.
  var proseSpans: [ProseSpan] {
    indices.flatMap { index -> [ProseSpan] in
      switch self[index].kind {
      case .code:
        let behind = index + 1 < count ? self[index + 1].kind : .lineBreak
        if case .text(let text) = behind { return [ProseSpan(code: self[index], run: Self.run(at: text))] }
        return [ProseSpan(code: self[index])]
      case .emphasis(let parts), .strong(let parts), .strikethrough(let parts), .link(_, let parts):
        return parts.proseSpans
      case .text, .lineBreak: return []
      }
    }
  }

  /// The number in `(run 1)` or `（第 1 次运行）` at the beginning of a text.
  private static func run(at text: String) -> Int? {
    let words = text.drop { $0 == " " }
    guard words.first == "(" || words.first == "（", let end = words.firstIndex(where: { $0 == ")" || $0 == "）" })
    else { return nil }
    let inner = words[words.index(after: words.startIndex)..<end].filter { $0 != " " }
    if inner.hasPrefix("run") { return Int(inner.dropFirst(3)) }
    if inner.hasPrefix("第"), inner.hasSuffix("次运行") { return Int(inner.dropFirst().dropLast(3)) }
    return nil
  }
}
