import Bilingual
import Manuscript
import Scenario

/// What `tcptutor check` proves of chapters.
public enum ChapterCheck {
  /// Proves one chapter: its run, its prose against its run, its front matter.
  ///
  /// - Returns: what is wrong, in the order of the file; empty where nothing is.
  public static func check(_ chapter: Chapter) -> [Diagnostic] {
    var log = DiagnosticLog(file: chapter.file, source: chapter.source)
    checkFrontMatter(of: chapter, &log)
    checkRun(of: chapter, &log)
    return log.sorted
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

  // MARK: The run

  private static func checkRun(of chapter: Chapter, _ log: inout DiagnosticLog) {
    var run = Run(chapter.settings, file: chapter.file)
    var facts = ShownFacts(chapter.settings)
    for beat in chapter.beats {
      for statement in beat.statements { run.play(statement) }
      if run.stop != nil { break }
      facts.look(at: run.transcript)
      var check = ProseCheck(exceptions: beat.exceptions, facts: facts)
      for span in (beat.heading ?? []).codeSpans + beat.prose.codeSpans { check.check(span, &log) }
      check.finish(&log)
      if let profile = beat.compare, profile == chapter.settings.profile {
        log.report(
          at: SourceLocation(line: beat.line(of: .compare)),
          Localized(
            zh: "这一章本来就按 \(profile) 运行，无从比较", en: "the chapter runs under \(profile) anyway: nothing to compare"))
      }
    }
    log.add(run.failures)
    if let stop = run.stop { log.add([stop]) }
  }
}
