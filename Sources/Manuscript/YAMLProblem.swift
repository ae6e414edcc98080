import Bilingual

/// What is wrong with a text as YAML.
struct YAMLProblem: Error {
  let message: Localized
  let hint: Localized?
  let start: YAMLEvent.Mark
  /// The stretch's last place, or the one behind; equal to the first where there is no telling.
  let end: YAMLEvent.Mark

  init(_ event: YAMLEvent, _ message: Localized, _ hint: Localized? = nil) {
    (self.message, self.hint) = (message, hint)
    (start, end) = (event.start, event.end)
  }

  private init(_ mark: YAMLEvent.Mark, _ message: Localized, _ hint: Localized) {
    (self.message, self.hint) = (message, hint)
    (start, end) = (mark, mark)
  }

  /// What libyaml can't read, in its words.
  static func syntax(_ words: String, _ mark: YAMLEvent.Mark) -> YAMLProblem {
    YAMLProblem(
      mark, Localized(zh: "YAML 语法错误：\(chinese[words] ?? words)", en: "YAML syntax: \(words)"),
      Localized(
        zh: "含有冒号、方括号或 # 的文字要加引号", en: "put a text that has a colon, a bracket or a # into quotation marks"))
  }

  static func nesting(_ event: YAMLEvent, limit: Int) -> YAMLProblem {
    YAMLProblem(event, Localized(zh: "嵌套超过 \(limit) 层", en: "this is nested more than \(limit) deep"))
  }

  static func extra(_ extra: YAMLEvent.Extra, _ event: YAMLEvent) -> YAMLProblem {
    switch extra {
    case .anchor:
      YAMLProblem(
        event, Localized(zh: "YAML 语法错误：这里不能用锚点（&）", en: "YAML syntax: no anchor (&) can be used here"), quote)
    case .tag:
      YAMLProblem(event, Localized(zh: "YAML 语法错误：这里不能用标签（!）", en: "YAML syntax: no tag (!) can be used here"), quote)
    }
  }

  static func alias(_ event: YAMLEvent) -> YAMLProblem {
    YAMLProblem(event, Localized(zh: "YAML 语法错误：这里不能用别名（*）", en: "YAML syntax: no alias (*) can be used here"), quote)
  }

  private static let quote = Localized(
    zh: "若是文字，加上引号", en: "if it is meant as text, put it into quotation marks")

  /// What authors run into, of what libyaml says.
  private static let chinese = [
    "mapping values are not allowed in this context": "这里不能有“键: 值”",
    "did not find expected ',' or ']'": "缺少逗号或 ]",
    "did not find expected ',' or '}'": "缺少逗号或 }",
    "did not find expected key": "这里应是一个键；检查缩进",
    "did not find expected '-' indicator": "这里应是列表的下一项，以 - 开头；检查缩进",
    "did not find expected node content": "这里应有内容",
    "could not find expected ':'": "键后面缺少冒号",
    "found character that cannot start any token": "文字不能以这个字符开头",
    "found unexpected end of stream": "引号没有结束",
    "found unexpected document indicator": "引号里不能有单占一行的 --- 或 ...",
    "found unknown escape character": "不认识这个转义字符",
    "block sequence entries are not allowed in this context": "这里不能有以 - 开头的列表项",
    "found undefined tag handle": "不认识这个标签",
    "control characters are not allowed": "不能有这个字符",
  ]
}
