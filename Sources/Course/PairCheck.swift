import Bilingual
import Manuscript
import Scenario

/// Proves that a chapter is the same in both languages.
extension ChapterCheck {
  /// - Returns: where the English chapter departs from the Chinese, in the order of its file.
  public static func check(zh: Chapter, en: Chapter) -> [Diagnostic] {
    var check = PairCheck(zh: zh, en: en)
    check.checkFrontMatter()
    check.checkSettings()
    if check.checkBeatCount() {
      for (left, right) in zip(zh.beats, en.beats) { check.checkBeat(left, right) }
    }
    return check.log.sorted
  }
}

private struct PairCheck {
  let zh: Chapter
  let en: Chapter
  var log: DiagnosticLog

  init(zh: Chapter, en: Chapter) {
    self.zh = zh
    self.en = en
    log = DiagnosticLog(file: en.file, source: en.source)
  }

  mutating func checkFrontMatter() {
    compare(.id, zh.id, en.id)
    compare(.section, zh.section, en.section)
    compare(.order, "\(zh.order)", "\(en.order)")
    compare(.objectives, Self.list(zh.objectives.map(\.id)), Self.list(en.objectives.map(\.id)))
    compare(.exams, Self.list(zh.exams.map(\.rawValue)), Self.list(en.exams.map(\.rawValue)))
    compare(.sources, Self.list(zh.sources), Self.list(en.sources))
  }

  private mutating func compare(_ key: FrontMatter.Key, _ left: String, _ right: String) {
    guard left != right else { return }
    report(
      at: en.frontMatter.places[key] ?? SourceLocation(line: 1), line: zh.frontMatter.places[key]?.line ?? 1,
      Localized(zh: key.rawValue, en: key.rawValue), zh: left, en: right)
  }

  mutating func checkSettings() {
    for (left, right) in zip(zh.runs, en.runs) where left.settings != right.settings {
      // What a search settles is compared with the search.
      guard zh.beats[left.beats.lowerBound].search == nil else { continue }
      reportSettings(Self.firstScript(zh, left), Self.firstScript(en, right))
    }
  }

  private mutating func reportSettings(_ left: Int, _ right: Int) {
    log.report(
      at: SourceLocation(line: right),
      Localized(
        zh: "脚本开头的设置与 \(zh.file):\(left) 不同",
        en: "the settings at the top of the script differ from those at \(zh.file):\(left)"))
  }

  mutating func checkBeatCount() -> Bool {
    guard zh.beats.count != en.beats.count else { return true }
    let line = en.beats.last!.line
    log.report(
      at: en.source.location(ofLine: line),
      Localized(
        zh: "这一章有 \(en.beats.count) 节，而 \(zh.file) 有 \(zh.beats.count) 节",
        en: "the languages differ in the number of beats: \(zh.beats.count) in \(zh.file), \(en.beats.count) here"))
    return false
  }

  mutating func checkBeat(_ left: Beat, _ right: Beat) {
    checkComments(left, right)
    if left.search == nil, right.search == nil { checkStatements(left, right) } else { checkSearches(left, right) }
    checkPredictions(left, right)
    let (leftItems, rightItems) = (left.quiz.map(\.id), right.quiz.map(\.id))
    if leftItems != rightItems {
      report(
        at: SourceLocation(line: right.line(of: .quiz)), line: left.line(of: .quiz),
        Localized(zh: "题目", en: "the questions"), zh: Self.list(leftItems), en: Self.list(rightItems))
    }
    if left.compare != right.compare {
      report(
        at: SourceLocation(line: right.line(of: .compare)), line: left.line(of: .compare),
        Localized(zh: "用来比较的配置", en: "the profile to compare with"), zh: left.compare?.name ?? "–",
        en: right.compare?.name ?? "–")
    }
  }

  /// The comments name the same, in the same order.
  private mutating func checkComments(_ left: Beat, _ right: Beat) {
    // Rows are compared by what they cover: their words are each language's own.
    let rows = (
      left.boxes.map { $0.rows.map { $0.covers.map(\.id) } }, right.boxes.map { $0.rows.map { $0.covers.map(\.id) } }
    )
    if rows.0 != rows.1 {
      log.report(
        at: en.source.location(ofLine: right.line),
        Localized(
          zh: "两种语言的考点框行数或 covers 不同：见 \(zh.file):\(left.line)",
          en: "the languages differ in the rows of a box, or in what these cover: see \(zh.file):\(left.line)"))
    }
    let values: [(BeatComment.Key, (Beat) -> [String])] = [
      (.beat, { [$0.id] }), (.meets, { $0.meets.map(\.id) }), (.covers, { $0.covers.map(\.id) }),
      (.show, { $0.showsAll ? ["all"] : [] }), (.exams, { $0.exams.map(\.rawValue) }),
    ]
    for (key, value) in values where value(left) != value(right) {
      report(
        at: right.nameLocation ?? en.source.location(ofLine: right.line), line: left.nameLocation?.line ?? left.line,
        Localized(zh: key.rawValue, en: key.rawValue), zh: Self.list(value(left)), en: Self.list(value(right)))
    }
  }

  private mutating func checkPredictions(_ left: Beat, _ right: Beat) {
    switch (left.prediction, right.prediction) {
    case (nil, nil): break
    case (let a?, let b?) where a.asksLike(b):
      guard !a.namesLike(b) else { return }
      log.report(
        at: en.source.location(ofLine: b.line),
        Localized(
          zh: "两种语言的 stem 或 explain 占位符不同：见 \(zh.file):\(a.line)",
          en: "the languages differ in the placeholders of stem or explain: see \(zh.file):\(a.line)"),
        Localized(zh: "两种语言要用同样的占位符", en: "both languages have the same placeholders"))
    case (let a, let b):
      log.report(
        at: en.source.location(ofLine: b?.line ?? right.line(of: .predict)),
        Localized(
          zh: "两种语言的 predict 问的不同：见 \(zh.file):\(a?.line ?? left.line(of: .predict))",
          en: "the languages differ in what predict asks: see \(zh.file):\(a?.line ?? left.line(of: .predict))"),
        Localized(zh: "ask 和 form 两边要相同", en: "make ask and form the same in both"))
    }
  }

  /// Reports the first statement of the beat that differs.
  private mutating func checkStatements(_ left: Beat, _ right: Beat) {
    if left.beginsAnew != right.beginsAnew {
      report(
        at: SourceLocation(line: right.line(of: .tcp)), line: left.line(of: .tcp),
        Localized(zh: "tcp 行", en: "the tcp line"), zh: left.beginsAnew ? "fresh" : "–",
        en: right.beginsAnew ? "fresh" : "–")
    }
    for index in 0..<max(left.statements.count, right.statements.count) {
      let a = index < left.statements.count ? left.statements[index] : nil
      let b = index < right.statements.count ? right.statements[index] : nil
      if a?.text == b?.text { continue }
      report(
        at: b?.location ?? SourceLocation(line: right.line(of: .tcp)), line: a?.location.line ?? left.line(of: .tcp),
        Localized(zh: "tcp 行", en: "the tcp line"), zh: a?.text ?? "–", en: b?.text ?? "–")
      return
    }
  }

  /// Reports the first line of the beat's search, or of what it finds, that differs.
  private mutating func checkSearches(_ left: Beat, _ right: Beat) {
    let (a, b) = (left.search?.lines ?? [], right.search?.lines ?? [])
    guard
      let index = (0..<max(a.count, b.count)).first(where: { index in
        index >= a.count || index >= b.count || a[index].text != b[index].text
      })
    else { return }
    report(
      at: SourceLocation(line: index < b.count ? b[index].number : right.line(of: .explore)),
      line: index < a.count ? a[index].number : left.line(of: .explore),
      Localized(zh: "搜索", en: "the search"), zh: index < a.count ? a[index].text : "–",
      en: index < b.count ? b[index].text : "–")
  }

  private mutating func report(
    at location: SourceLocation, line: Int, _ what: Localized, zh left: String, en right: String
  ) {
    log.report(
      at: location,
      Localized(
        zh: "两种语言的\(what.zh)不同：\(zh.file):\(line) 是“\(left)”，这里是“\(right)”",
        en: "the languages differ in \(what.en): “\(left)” at \(zh.file):\(line), “\(right)” here"))
  }

  private static func firstScript(_ chapter: Chapter, _ run: ChapterRun) -> Int {
    let beats = chapter.beats[run.beats]
    return (beats.first { beat in beat.blocks.contains { $0.kind == .tcp } } ?? beats[run.beats.lowerBound]).line(
      of: .tcp)
  }

  private static func list(_ words: [String]) -> String { words.isEmpty ? "–" : words.joined(separator: ", ") }
}
