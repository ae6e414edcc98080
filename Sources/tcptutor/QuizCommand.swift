import ArgumentParser
import Bilingual
import Quiz
import Tutor

struct QuizCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "quiz", abstract: localized("做几道题，每次数字不同。", "Some questions, with fresh numbers each time."))
  }

  @Option(help: .init(localized("只考这门考试的题。", "Only questions of this exam."), valueName: "exam"))
  var exam: Exam?

  @Option(help: .init(localized("只考这一章的题。", "Only questions of this chapter."), valueName: "id"))
  var chapter: String?

  @Option(
    help: .init(
      localized(
        "题数，1 到 100；题不够时换数字再问。不写则至多五道，各问一次。",
        "How many, 1 to 100; where there are fewer, they come again with other numbers. Without it five at most, each once."
      ), valueName: "n"))
  var count: Int?

  @Option(help: .init(localized("随机数种子：同一个种子出同样的题。", "The same seed asks the same questions."), valueName: "n"))
  var seed: UInt64?

  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard count.map((1...100).contains) ?? true else {
      throw ValidationError(localized("题数应在 1 到 100 之间。", "The count must be from 1 to 100."))
    }
  }

  func run() throws {
    try options.withCourse { library, language in
      let pool = library.pool
      let request = PaperRequest(chapter: chapter, exam: exam, count: count, seed: seed)
      let paper = try library.paper(request, from: pool)
      if options.isPlain {
        for problem in pool.problems { complain(problem.text(in: language)) }
        if let shortage = paper.shortage { complain(shortage[language]) }
      }
      try options.show(
        QuizPage(
          request, questions: paper.questions, problems: options.isPlain ? [] : paper.problems(in: pool)), library,
        language)
    }
  }
}

extension Exam: ExpressibleByArgument {}
