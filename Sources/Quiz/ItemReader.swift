import Bilingual
import Manuscript

public enum ItemReader {
  private static let required = ["id", "revision", "chapter", "exams", "scenario", "ask", "form", "sources"]
  static let keys = required + ["beat", "archetype", "proof", "let", "then", "exhibit", "stem", "explain"]

  /// Reads a file in which nothing may be wrong.
  ///
  /// - Throws: `Diagnostics` with all that is wrong in the file.
  public static func read(_ source: String, file: String) throws(Diagnostics) -> [Item] {
    let (items, problems) = readSound(source, file: file)
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return items
  }

  /// Reads what is sound in a file, and tells what is not.
  public static func readSound(_ source: String, file: String) -> (items: [Item], problems: [Diagnostic]) {
    var reader = YAMLReader(source, file: file)
    var items: [Item] = []
    let document = reader.document()
    if let document, document.items == nil {
      reader.report(document, Localized(zh: "题目文件应是一个列表", en: "a file of items is a list"))
    }
    for node in document?.items ?? [] {
      let earlier = reader.log.diagnostics.count
      guard let item = item(node, &reader), reader.log.diagnostics.count == earlier else { continue }
      guard !items.contains(where: { $0.id == item.id }) else {
        reader.report(node, Localized(zh: "编号“\(item.id)”重复", en: "duplicate id “\(item.id)”"))
        continue
      }
      items.append(item)
    }
    return (items, reader.diagnostics)
  }

  private static func item(_ node: YAMLNode, _ reader: inout YAMLReader) -> Item? {
    guard let fields = reader.fields(node, known: keys, required: required) else { return nil }
    // All values are read before any is missed, so that everything wrong is told at once.
    let id = reader.text(fields["id"])
    let revision = reader.integer(fields["revision"], in: 1...1_000_000)
    let chapter = reader.text(fields["chapter"])
    let beat = fields["beat"].flatMap { self.beat($0, &reader) }
    let exams = reader.exams(fields["exams"])
    let archetype = reader.integer(fields["archetype"], in: 1...76)
    let variables = fields["let"].map { self.variables($0, &reader) } ?? []
    let scenario = script(fields["scenario"], variables, &reader)
    let then = script(fields["then"], variables, &reader)
    let exhibit = fields["exhibit"].flatMap { ItemExhibit($0, &reader) }
    let ask = fields["ask"].flatMap { AskKinds.read($0, &reader) }
    let forms = ask.flatMap { reader.forms(fields["form"], of: $0) }
    let proof = proof(fields["proof"], of: ask, in: scenario, variables, &reader)
    let stem = reader.template(fields["stem"])
    let explain = reader.template(fields["explain"])
    let sources = reader.texts(fields["sources"])
    guard let id, let revision, let chapter, let exams, let scenario, let ask, let forms, let sources else {
      return nil
    }
    return Item(
      id: id, revision: revision, chapter: chapter, beat: beat, exams: exams, archetype: archetype,
      variables: variables, scenario: scenario, then: then, exhibit: exhibit, ask: ask, proof: proof,
      proofPlace: fields["proof"].map(reader.location), forms: forms, stem: stem, explain: explain, sources: sources,
      file: reader.log.file,
      line: node.place.line)
  }

  private static func beat(_ node: YAMLNode, _ reader: inout YAMLReader) -> Item.BeatReference? {
    reader.text(node).map { id in
      Item.BeatReference(
        id: id, location: reader.location(of: node), sourceLine: reader.log.source.line(node.place.line))
    }
  }

  /// The lines of a scenario; a name that no variable has is reported. Nil for no node.
  private static func script(
    _ node: YAMLNode?, _ variables: [Item.Variable], _ reader: inout YAMLReader
  ) -> OpenScript? {
    guard let node, let text = reader.text(node) else { return nil }
    let start = reader.start(of: node)
    let script = OpenScript(text: text, line: start.line, indentation: start.indentation)
    for name in script.names where !variables.contains(where: { $0.name == name }) {
      reader.report(
        node, Localized(zh: "场景用到了 $\(name)，let 中却没有它", en: "the scenario uses $\(name), but let does not define it"))
      break
    }
    return script
  }

  /// Nil for no node, and where what it is about can't be read.
  private static func proof(
    _ node: YAMLNode?, of ask: (any Ask)?, in scenario: OpenScript?, _ variables: [Item.Variable],
    _ reader: inout YAMLReader
  ) -> Proof? {
    guard let node, let ask, let scenario else { return nil }
    let least = Item.numbers(variables, variables.map(\.range.lowerBound), in: scenario.spaces)
    var proofs = ProofReader(
      values: reader, example: type(of: ask).proofExample ?? "", hosts: scenario.hosts, numbers: least)
    defer { reader = proofs.values }
    return ask.proof(node, &proofs)
  }

  private static func variables(_ node: YAMLNode, _ reader: inout YAMLReader) -> [Item.Variable] {
    guard let entries = node.entries else {
      reader.report(node, Localized(zh: "let 应为 { 名: 最小..最大 }", en: "let is { name: least..greatest }"))
      return []
    }
    var variables: [Item.Variable] = []
    for entry in entries {
      let bounds = (entry.value.text ?? "").components(separatedBy: "..").compactMap { UInt32($0) }
      let name = entry.name
      if entry.value.text == "isn", !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber }) {
        variables.append(Item.Variable(initial: name))
        continue
      }
      guard name.first?.isLetter == true, name.allSatisfy({ $0.isLetter || $0.isNumber }), bounds.count == 2,
        bounds[0] <= bounds[1]
      else {
        reader.report(
          entry.value, Localized(zh: "变量的范围写成 最小..最大，或 isn", en: "a variable's range is least..greatest, or isn"),
          Localized(zh: "例如 n: 1..1460，i: isn", en: "as in n: 1..1460, i: isn"))
        continue
      }
      variables.append(Item.Variable(name, in: bounds[0]...bounds[1]))
    }
    return variables
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

extension YAMLReader {
  /// Where a text begins that may have lines of its own.
  ///
  /// - Returns: the number of its first line, and by how many blanks its lines are indented.
  fileprivate func start(of node: YAMLNode) -> (line: Int, indentation: Int) {
    guard case .scalar(let text, let style) = node.content, style.isBlock else { return (node.place.line, 0) }
    let first = node.place.line + 1
    // A blank line may lack the indentation.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let offset = lines.firstIndex(where: { !$0.isEmpty }) else { return (first, 0) }
    func blanks(_ line: some StringProtocol) -> Int { line.prefix { $0 == " " }.count }
    return (first, max(0, blanks(log.source.line(first + offset)) - blanks(lines[offset])))
  }
}
