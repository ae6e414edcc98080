import Bilingual
import Exploration
import Scenario

/// Reads `explore` blocks: a search, a line `finds`, and the lines of the run that it finds; or `finds none`.
extension ChapterReader {
  mutating func readSearch(_ lines: Range<Int>, _ beat: Int) {
    let fence = source.location(ofLine: lines.lowerBound - 1)
    guard let divider = lines.first(where: { Self.code(source.line($0)).hasPrefix("finds") }) else {
      return prose.log.report(
        at: fence, Localized(zh: "没有写明搜索找到什么", en: "it is not said what the search finds"),
        Localized(
          zh: "搜索下面另起一行写 finds，再写 tcptutor explore 打印的各行；找不到就写 finds none",
          en: "below the search write a line finds, and the lines that tcptutor explore prints; or finds none"))
    }
    let word = Self.code(source.line(divider))
    guard word == "finds" || word == "findsnone" else {
      return prose.log.report(
        at: source.location(ofLine: divider),
        Localized(zh: "这一行应写 finds 或 finds none", en: "the line reads: finds, or finds none"))
    }
    let file: QuestionFile
    do throws(Diagnostics) {
      file = try QuestionFile(
        source.joinedPlainly(lines.lowerBound..<divider), file: prose.log.file, firstLine: lines.lowerBound)
    } catch {
      return prose.log.add(error.all)
    }
    let names = scripts.settings.names
    guard file.question.settings.names == names else {
      return prose.log.report(
        at: fence, Localized(zh: "搜索的主机与这一章的不同", en: "the search has other hosts than the chapter"),
        Localized(zh: "在搜索开头写 hosts \(names.a) \(names.b)", en: "begin the search with: hosts \(names.a) \(names.b)"))
    }
    let found = divider + 1..<lines.upperBound
    let written = lines.map { ChapterSearch.Line(number: $0, text: Self.bare(source.line($0))) }.filter {
      !$0.text.isEmpty
    }
    beats[beat].search = ChapterSearch(
      file: file, found: word == "finds" ? shown(found) : nil, place: source.location(ofLine: divider), lines: written)
    if word == "finds" {
      begin(file, beat)
      beats[beat].statements = scripts.read(source.joinedPlainly(found), firstLine: found.lowerBound)
      runs[runs.count - 1].settings = scripts.settings
    } else if let line = written.first(where: { found.contains($0.number) }) {
      prose.log.report(
        at: source.location(ofLine: line.number),
        Localized(zh: "finds none 下面没有别的", en: "nothing stands below finds none"))
    }
  }

  /// Begins the run that is found: one of its own, unless nothing has run yet.
  private mutating func begin(_ file: QuestionFile, _ beat: Int) {
    let isFirst = !beats.contains { !$0.statements.isEmpty }
    scripts.beginAnew(with: file.question.settings)
    guard !isFirst else { return }
    beats[beat].beginsAnew = true
    runs.append(ChapterRun(number: runs.count + 1, settings: scripts.settings, beats: 0..<0))
  }

  /// The lines as a learner sees them, those without words left out.
  private func shown(_ lines: Range<Int>) -> [String] {
    lines.map { String(source.line($0).drop { $0.isWhitespace }) }.filter { !$0.isEmpty }
  }

  /// A line without its comment, its words apart by one blank.
  private static func bare(_ line: String) -> String {
    let code = line.ranges(of: "//").first.map { line[..<$0.lowerBound] } ?? line[...]
    return code.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Proves that no beat plays both lines of its own and what a search finds.
  mutating func checkSearches() {
    for beat in beats where beat.search?.found != nil {
      guard let block = beat.blocks.first(where: { $0.kind == .tcp }) else { continue }
      prose.log.report(
        at: source.location(ofLine: block.line),
        Localized(
          zh: "这一节播放搜索找到的运行，不能再有 tcp 块", en: "the beat plays what its search finds, and has no room for a tcp block"),
        Localized(zh: "另起一节", en: "begin another beat for it"))
    }
  }
}
