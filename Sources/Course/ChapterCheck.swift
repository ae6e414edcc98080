import Bilingual
import Manuscript
import Quiz
import Scenario
import Simulation

/// What `tcptutor check` proves of chapters.
public enum ChapterCheck {
  /// Proves one chapter: its run, its prose against its run, its predictions, its front matter.
  ///
  /// - Parameter facts: what other files say that the chapter names.
  /// - Returns: what is wrong, in the order of the file; empty where nothing is.
  public static func check(
    _ chapter: Chapter, misconceptions: MisconceptionCatalogue, beside facts: CourseFacts = CourseFacts()
  ) -> [Diagnostic] {
    var answers = SearchAnswers()
    return check(chapter, misconceptions: misconceptions, beside: facts, &answers)
  }

  /// - Parameter answers: those to searches that were made before, to which this chapter's are added.
  static func check(
    _ chapter: Chapter, misconceptions: MisconceptionCatalogue, beside facts: CourseFacts,
    _ answers: inout SearchAnswers
  ) -> [Diagnostic] {
    var log = DiagnosticLog(file: chapter.file, source: chapter.source)
    if !chapter.frontMatter.isStandIn {
      checkFrontMatter(of: chapter, &log)
      checkReferences(of: chapter, facts.coverage, &log)
    }
    checkRun(of: chapter, misconceptions, &answers, &log)
    for beat in chapter.beats {
      LanguageCheck(language: chapter.language).check(beat, &log)
      if let titles = facts.titles { LinkCheck(titles: titles).check(beat, &log) }
    }
    if let glossary = facts.glossary { GlossCheck(glossary, chapter.language).check(chapter, &log) }
    return log.sorted
  }

  /// Proves that the questions that chapters name are there.
  public static func check(_ chapters: [Chapter], name items: [Item]) -> [Diagnostic] {
    let known = Set(items.map(\.id))
    return chapters.flatMap { chapter -> [Diagnostic] in
      var log = DiagnosticLog(file: chapter.file, source: chapter.source)
      for named in chapter.beats.flatMap(\.quiz) where !known.contains(named.id) {
        log.report(
          at: named.location, Localized(zh: "没有编号为“\(named.id)”的题目", en: "there is no question “\(named.id)”"),
          Suggestion.hint(for: named.id, among: items.filter { $0.chapter == chapter.id }.map(\.id)))
      }
      return log.sorted
    }
  }

  /// Proves that the beats to which questions send the learner back are there.
  public static func check(_ items: [Item], of chapters: [Chapter]) -> [Diagnostic] {
    items.compactMap { item in
      guard let beat = item.beat, let chapter = chapters.first(where: { $0.id == item.chapter }),
        !chapter.beats.contains(where: { $0.id == beat.id })
      else { return nil }
      return Diagnostic(
        file: item.file, location: beat.location, sourceLine: beat.sourceLine,
        message: Localized(
          zh: "章 \(chapter.id) 里没有名为“\(beat.id)”的一节", en: "the chapter \(chapter.id) has no beat “\(beat.id)”"),
        hint: Suggestion.hint(for: beat.id, among: chapter.beats.map(\.id)))
    }
  }

  // MARK: Front matter

  private static func checkFrontMatter(of chapter: Chapter, _ log: inout DiagnosticLog) {
    func place(_ key: FrontMatter.Key) -> SourceLocation {
      chapter.frontMatter.places[key] ?? SourceLocation(line: 1)
    }
    let counts: [(FrontMatter.Key, Int)] = [
      (.objectives, chapter.objectives.count), (.exams, chapter.exams.count), (.sources, chapter.sources.count),
    ]
    for (key, count) in counts where count == 0 {
      log.report(
        at: place(key), Localized(zh: "\(key.rawValue) 是空的", en: "\(key.rawValue) is empty"),
        Localized(zh: "每一章都要有目标、考试和出处", en: "a chapter has objectives, exams and sources"))
    }
    let name = chapter.file.split(separator: "/").last.map(String.init) ?? ""
    if name.hasSuffix(".md"), name != chapter.id + ".md" {
      log.report(
        at: place(.id),
        Localized(
          zh: "id 是 \(chapter.id)，文件却名为 \(name)", en: "the id is \(chapter.id), and the file is called \(name)"),
        Localized(zh: "两者要一致", en: "make them agree"))
    }
  }

  /// Proves that the objectives and statements that beats name are there.
  private static func checkReferences(of chapter: Chapter, _ coverage: Coverage?, _ log: inout DiagnosticLog) {
    let objectives = chapter.objectives.map(\.id)
    for word in chapter.beats.flatMap(\.meets) where !objectives.contains(word.id) {
      log.report(
        at: word.location, Localized(zh: "这一章没有目标“\(word.id)”", en: "the chapter has no objective “\(word.id)”"),
        Suggestion.hint(for: word.id, among: objectives))
    }
    guard let coverage else { return }
    let statements = Set(coverage.all.map(\.id))
    for word in chapter.beats.flatMap(\.allCovered) where !statements.contains(word.id) {
      log.report(
        at: word.location, Localized(zh: "没有编号为“\(word.id)”的陈述", en: "there is no statement “\(word.id)”"),
        Localized(zh: "coverage.yaml 里有 \(coverage.range)", en: "coverage.yaml has \(coverage.range)"))
    }
    for exam in chapter.beats.flatMap({ beat in beat.exams.map { (beat, $0) } })
    where !chapter.exams.contains(exam.1) {
      log.report(
        at: exam.0.nameLocation ?? SourceLocation(line: exam.0.line),
        Localized(
          zh: "这一章的 exams 里没有 \(exam.1.rawValue)", en: "\(exam.1.rawValue) is not among the chapter's exams"))
    }
  }

  // MARK: The run

  private static func checkRun(
    of chapter: Chapter, _ misconceptions: MisconceptionCatalogue, _ answers: inout SearchAnswers,
    _ log: inout DiagnosticLog
  ) {
    var facts: [ShownFacts] = []
    var runs: [Run] = []
    chapter.walk { place, beat, before, after in
      let run = chapter.run(at: place)
      if run.beats.lowerBound == place {
        facts.append(ShownFacts(run.settings))
        runs.append(before)
      }
      runs[runs.count - 1] = after
      guard before.stop == nil else { return }
      checkPrediction(before: place, of: chapter, before, misconceptions, &log)
      guard after.stop == nil else { return }
      checkStates(of: beat, before, after, &log)
      facts[facts.count - 1].look(at: after.transcript)
      checkProse(of: beat, facts, &log)
      FontCheck(runs: facts).check(beat, &log)
      SearchCheck(beat, settings: run.settings)?.check(&answers, &log)
      if let profile = beat.compare, profile == run.settings.profile {
        log.report(
          at: SourceLocation(line: beat.line(of: .compare)),
          Localized(
            zh: "这一章本来就按 \(profile) 运行，无从比较", en: "the chapter runs under \(profile) anyway: nothing to compare"))
      }
    }
    for (part, run) in zip(chapter.runs, runs) {
      log.add(run.failures + (run.stop.map { [$0] } ?? []) + run.unmetFaults(of: chapter.script(of: part).statements))
    }
  }

  /// Has a beat whose lines change a state say at its end in which states both ends are.
  private static func checkStates(of beat: Beat, _ before: Run, _ after: Run, _ log: inout DiagnosticLog) {
    let changes = after.transcript[before.transcript.count...].contains { occurrence in
      if case .state = occurrence.kind { true } else { false }
    }
    let told = beat.statements.reversed().prefix { if case .expect = $0.action { true } else { false } }
    let hosts = told.flatMap { statement -> [Host] in
      guard case .expect(.states(let states)) = statement.action else { return [] }
      return states.map(\.host)
    }
    guard changes, Set(hosts).count < Host.allCases.count, let last = beat.statements.last else { return }
    let network = after.network
    let states = Host.allCases.map { "\(network.settings.names[$0]) \(network.state(of: $0))" }.joined(separator: ", ")
    log.report(
      at: last.location,
      Localized(
        zh: "这一节改变了状态，结尾却没有写明两端各处于什么状态",
        en: "the beat changes a state, and does not say at its end in which states both ends are"),
      Localized(zh: "如果对，就在末尾加上：expect \(states)", en: "if that is right, add at its end: expect \(states)"))
  }

  private static func checkProse(of beat: Beat, _ facts: [ShownFacts], _ log: inout DiagnosticLog) {
    var check = ProseCheck(exceptions: beat.exceptions, runs: facts)
    for span in (beat.heading ?? []).proseSpans { check.check(span, &log) }
    for (index, block) in beat.prose.enumerated() {
      check.begin(beat.told.first { $0.block == index })
      for span in [block].proseSpans { check.check(span, &log) }
      check.end(&log)
    }
    check.finish(&log)
  }

  private static func checkPrediction(
    before place: Int, of chapter: Chapter, _ before: Run, _ misconceptions: MisconceptionCatalogue,
    _ log: inout DiagnosticLog
  ) {
    let beat = chapter.beats[place]
    let line = SourceLocation(line: beat.line(of: .predict))
    do throws(Diagnostics) {
      if let unproved = try beat.prediction?.unproved(before: before, playing: beat.statements) {
        log.report(at: line, unproved.message, unproved.hint)
      }
      guard let question = try chapter.question(before: place, of: before, misconceptions: misconceptions) else {
        return
      }
      if question.explanation() == nil {
        log.report(
          at: line, Localized(zh: "缺少 explain：答案为什么对", en: "explain is missing: why the key is right"),
          Localized(
            zh: "例如 explain: \"SYN 占用 {x}，所以接下来是 {x+1}。\"",
            en: "as in explain: \"The SYN took {x}, so {x+1} comes next.\""))
      }
      guard let problem = QuizCheck.problem(in: question)
      else { return }
      log.report(at: line, problem)
    } catch {
      log.add(error.all)
    }
  }
}
