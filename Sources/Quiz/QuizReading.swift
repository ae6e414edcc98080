import Bilingual
import Manuscript
import TCP

/// Values that only questions have.
extension YAMLReader {
  /// `choice`, or `[choice, typed]`, the first to be the usual one; what the kind has for usual where nothing is written.
  ///
  /// - Returns: nil, and reported, where a form is unknown or can't be that of such a question.
  mutating func forms(_ node: YAMLNode?, of ask: any Ask) -> [Question.Form]? {
    let possible = type(of: ask).forms
    guard let node else { return [possible[0]] }
    var forms: [Question.Form] = []
    for node in node.items ?? [node] {
      guard let form = word(node, Question.Form.self, called: Localized(zh: "形式", en: "form")) else { return nil }
      guard possible.contains(form) else {
        let names = possible.map(\.rawValue)
        report(
          node,
          Localized(
            zh: "\(type(of: ask).keyword) 题不能用 \(form.rawValue) 形式",
            en: "a question of kind \(type(of: ask).keyword) can't be asked as \(form.rawValue)"),
          Localized(zh: "可用的有：\(names.joined(separator: "、"))", en: "one of: \(names.joined(separator: ", "))"))
        return nil
      }
      forms.append(form)
    }
    guard !forms.isEmpty else {
      report(node, Localized(zh: "form 是空的", en: "form is empty"))
      return nil
    }
    return forms
  }

  /// A text in both languages that may have placeholders. Nil for no node, and, reported, for what is none.
  mutating func template(_ node: YAMLNode?) -> Template? {
    guard let node, let text = localized(node) else { return nil }
    return template(text, at: node)
  }

  /// A text in one language that may have placeholders. Nil for no node, and, reported, for what is none.
  mutating func templateInOneLanguage(_ node: YAMLNode?) -> Template? {
    guard let node, let text = text(node) else { return nil }
    return template(Localized(zh: text, en: text), at: node)
  }

  private mutating func template(_ text: Localized, at node: YAMLNode) -> Template? {
    do throws(LineProblem) {
      return try Template(text)
    } catch {
      report(node, error.message, error.hint)
      return nil
    }
  }

  /// A state in any usual spelling; nil, and reported, where the node is none.
  mutating func state(_ node: YAMLNode) -> State? {
    guard let state = node.text.flatMap({ State(spelling: $0) }) else {
      report(
        node, Localized(zh: "没有名为“\(node.text ?? "")”的状态", en: "there is no state “\(node.text ?? "")”"),
        Suggestion.hint(for: node.text ?? "", among: State.allCases.map(\.description)))
      return nil
    }
    return state
  }

  /// The exams of a list. Nil for no node.
  public mutating func exams(_ node: YAMLNode?) -> [Exam]? {
    guard let nodes = list(node) else { return nil }
    return nodes.compactMap { word($0, Exam.self, called: Localized(zh: "考试", en: "exam")) }
  }
}
