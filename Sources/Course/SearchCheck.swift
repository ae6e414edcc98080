import Bilingual
import Exploration
import Manuscript
import Scenario
import Simulation

/// Proves that a beat's search finds what stands below it.
struct SearchCheck {
  private let search: ChapterSearch
  private let statements: [Statement]
  /// Those of the run that is found.
  private let settings: Network.Settings

  /// How many states a chapter's search looks at, at most: all content is checked within seconds.
  static let stateLimit = 200_000

  /// - Returns: nil where the beat has no search.
  init?(_ beat: Beat, settings: Network.Settings) {
    guard let search = beat.search else { return nil }
    (self.search, self.settings) = (search, settings)
    statements = beat.statements.filter { if case .expect = $0.action { false } else { true } }
  }

  func check(_ answers: inout SearchAnswers, _ log: inout DiagnosticLog, limit: Int = stateLimit) {
    switch answers.answer(to: search, limit: limit) {
    case .unfinished:
      log.report(
        at: search.place,
        Localized(
          zh: "搜索的范围太大：查过 \(limit) 个状态还没有查完", en: "the search is too wide: \(limit) states are not all of it"),
        Localized(zh: "请减少故障或调用", en: "allow fewer faults or calls"))
    case .none where search.found == nil: break
    case .none:
      log.report(
        at: search.place, Localized(zh: "搜索在这个范围内什么也没有找到", en: "the search finds nothing within its bounds"),
        Localized(zh: "改正搜索；如果本来如此，就写 finds none", en: "correct the search; if that is right, write finds none"))
    case .found(let example, _): compare(example, &log)
    }
  }

  private func compare(_ example: Counterexample, _ log: inout DiagnosticLog) {
    let lines = example.script.map { "\n      " + $0 }.joined()
    let whole = Localized(zh: "它找到的：\(lines)", en: "it finds:\(lines)")
    guard search.found != nil else {
      return log.report(at: search.place, Localized(zh: "搜索找到了一次", en: "the search does find something"), whole)
    }
    let writer = ActionWriter(names: settings.names)
    let found = (example.lines + example.circle).map { writer.line(of: $0.action) }
    let written = statements.map { writer.line(of: $0.action) }
    if let place = zip(found, written).enumerated().first(where: { $1.0 != $1.1 })?.offset {
      log.report(
        at: statements[place].location,
        Localized(zh: "搜索在这里找到的是“\(found[place])”", en: "the search finds “\(found[place])” here"), whole)
    } else if written.count > found.count {
      log.report(
        at: statements[found.count].location,
        Localized(zh: "搜索找到的运行到此已经结束", en: "the run that the search finds ends before this line"), whole)
    } else if written.count < found.count {
      log.report(
        at: statements.last?.location ?? search.place,
        Localized(
          zh: "搜索找到的接着还有“\(found[written.count])”", en: "the search finds more: “\(found[written.count])” comes next"),
        whole)
    } else if settings != example.settings {
      let lifetime = example.settings.endpoints.a.maximumSegmentLifetime.seconds
      log.report(
        at: search.place,
        Localized(
          zh: "搜索播放它所用的设置与这里不同", en: "the search plays it with other settings than these"),
        Localized(
          zh: "finds 下面只写它所用的 msl：msl \(lifetime)s", en: "of settings only its msl stands below finds: msl \(lifetime)s"
        ))
    }
  }
}
