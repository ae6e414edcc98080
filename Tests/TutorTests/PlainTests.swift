import Bilingual
import Quiz
import Screen
import Simulation
import Support
import TCP
import Testing

@testable import Tutor
@testable import tcptutor

/// A learner who has written down beforehand what to type.
final class ScriptedDialogue: Dialogue {
  /// All that was said and asked, in order; what was typed stands behind its prompt.
  private(set) var lines: [String] = []
  private(set) var prompts = 0
  /// Whether the input ended before the work was done.
  private(set) var isCutShort = false
  private var typed: [String]

  /// Talks about pages until they are left, or nothing is typed any more.
  init(
    _ pages: [any Page], _ typed: [String], _ language: Language, _ directory: String = Fixture.directory,
    glyphs: Glyphs = .unicode
  ) throws {
    self.typed = typed
    var session = PlainSession(Services(library(directory)), self)
    do throws(InputEnded) {
      try session.run(Tutor(pages, context: Context(language: language, glyphs: glyphs)))
    } catch {
      isCutShort = true
    }
  }

  func say(_ line: String) { lines.append(line) }

  func ask(_ prompt: String) -> String? {
    prompts += 1
    let answer = typed.isEmpty ? nil : typed.removeFirst()
    lines.append(prompt + (answer ?? "(end)"))
    return answer
  }

  var isUsedUp: Bool { typed.isEmpty }
  var text: String { lines.joined(separator: "\n") }
}

private func lesson(
  _ language: Language, _ typed: [String], _ glyphs: Glyphs = .unicode
) throws -> ScriptedDialogue {
  try ScriptedDialogue([LessonPage(fixtureChapter(language))], typed, language, glyphs: glyphs)
}

/// All that is typed in the chapter: Enter between beats, an answer before those that ask.
private func wholeLesson(_ language: Language, rightly: Bool = true) throws -> [String] {
  let questions = try fixturePredictions(language)
  let chapter = try fixtureChapter(language)
  return try chapter.beats.indices.dropLast().flatMap { index in
    let answer = try questions[index].map { [try $0.line(rightly: rightly, in: language)] } ?? []
    return answer + [""]
  }
}

@Suite struct `A chapter line by line` {
  @Test(arguments: Language.allCases)
  func `Is gone through with right answers`(language: Language) throws {
    let chapter = try fixtureChapter(language)
    let dialogue = try lesson(language, wholeLesson(language))
    #expect(dialogue.isUsedUp && !dialogue.isCutShort && dialogue.prompts == 14)
    #expect(dialogue.lines.first == "10.3.7 \(chapter.title)")
    for (index, beat) in chapter.beats.enumerated() {
      #expect(dialogue.lines.contains("[\(index + 1)/9] \(beat.title ?? chapter.title)"))
    }
    #expect(dialogue.lines.count { $0 == (language == .zh ? "✓ 正确。" : "✓ Right.") } == 6)
    #expect(!dialogue.text.contains("✗"))
  }

  @Test(arguments: Language.allCases)
  func `Wrong answers are named, each with a line of its own, and the chapter goes on`(language: Language) throws {
    let dialogue = try lesson(language, wholeLesson(language, rightly: false))
    #expect(dialogue.isUsedUp && !dialogue.isCutShort)
    #expect(dialogue.lines.count { $0 == (language == .zh ? "✗ 不对。" : "✗ Wrong.") } == 6)
    #expect(dialogue.text.contains(language == .zh ? "误以为：" : "Mistake: "))
  }

  @Test func `What happens is told in sentences, in order`() throws {
    let dialogue = try lesson(.en, wholeLesson(.en))
    let told = dialogue.lines.filter { $0.hasPrefix("  ") && $0.contains(" s  ") }.map(\.trimmed)
    #expect(
      told.prefix(9) == [
        "0 s  server calls listen()", "0 s  server: CLOSED → LISTEN", "0 s  client calls connect()",
        "0 s  client sends #1: SYN seq=7", "0 s  client: CLOSED → SYN-SENT", "0.05 s  #1 arrives at server",
        "0.05 s  server sends #2: SYN,ACK seq=4294967290 ack=8", "0.05 s  server: LISTEN → SYN-RECEIVED",
        "0.1 s  #2 arrives at client",
      ])
    #expect(told.contains("0.15 s  server: SYN-RECEIVED → ESTABLISHED"))
  }

  @Test(arguments: Language.allCases)
  func `At its end it says where its questions are`(language: Language) throws {
    let last = try #require(lesson(language, wholeLesson(language)).lines.last)
    #expect(last.hasSuffix("tcptutor quiz --chapter fixture"))
  }

  @Test func `The answer is not told before it is asked for`() throws {
    let question = try #require(fixturePredictions(.en)[3])
    let dialogue = try lesson(.en, wholeLesson(.en))
    let asked = try #require(dialogue.lines.firstIndex(of: question.stem().en))
    #expect(!dialogue.lines[..<asked].contains { $0.contains("4294967291") })
    let told = try #require(dialogue.lines.firstIndex { $0.contains("seq=4294967291") && $0.contains("sends") })
    #expect(told > asked)
  }

  @Test(arguments: ["q", "Q", " q ", "ｑ"])
  func `It can be left between any two beats, and at any question, and says how far one has come`(typed: String) throws
  {
    let all = try wholeLesson(.zh)
    for index in all.indices {
      let dialogue = try lesson(.zh, Array(all[..<index]) + [typed])
      #expect(dialogue.isUsedUp && !dialogue.isCutShort && dialogue.prompts == index + 1)
      #expect(dialogue.lines.last?.hasPrefix("学到第 ") == true, "\(dialogue.lines.last ?? "")")
    }
  }

  @Test func `Where the input ends before the chapter does, that is told, and how far one has come`() throws {
    let all = try wholeLesson(.en)
    for count in 0..<all.count {
      let dialogue = try lesson(.en, Array(all[..<count]))
      #expect(dialogue.isCutShort && dialogue.lines.last?.contains(" of 9 beats; ") == true)
    }
    #expect(try lesson(.en, Array(all[..<4])).lines.last == "4 of 9 beats; 1 of 1 predicted right.")
  }

  @Test(arguments: ["", "x", "0", "5", "-1", "1 2", "99999999999999999999"])
  func `What is no answer is asked for again`(typed: String) throws {
    let all = try wholeLesson(.en)
    let dialogue = try lesson(.en, Array(all[..<2]) + [typed] + all.dropFirst(2))
    #expect(dialogue.isUsedUp && dialogue.prompts == 15)
    #expect(dialogue.lines.count { $0.hasPrefix("Type a number from 1 to ") } == 1)
  }

  @Test func `A lone question mark tells what may be said, wherever one is`() throws {
    let all = try wholeLesson(.en)
    for index in all.indices {
      let dialogue = try lesson(.en, Array(all[..<index]) + ["?"] + all[index...])
      #expect(dialogue.isUsedUp && !dialogue.isCutShort, "line \(index)")
    }
    #expect(try lesson(.en, ["？"]).lines.contains("Enter goes on, q ends."))
  }

  @Test func `The language can be changed on the way`() throws {
    let dialogue = try lesson(.zh, ["", "l", "q"])
    let chinese = try #require(dialogue.lines.firstIndex(of: "[2/9] 服务器监听"))
    let english = try #require(dialogue.lines.firstIndex(of: "[2/9] The server listens"))
    #expect(chinese < english && dialogue.lines.last == "2 of 9 beats; 0 of 0 predicted right.")
  }

  @Test(arguments: Language.allCases)
  func `No line is wider than a terminal`(language: Language) throws {
    let dialogue = try lesson(language, wholeLesson(language, rightly: false))
    #expect(dialogue.lines.filter { DisplayWidth.standard.width(of: $0) > 80 } == [])
    #expect(dialogue.lines.filter { $0.contains("\u{1B}") || $0.contains("\n") } == [])
  }

  @Test(arguments: Language.allCases)
  func `In ASCII it has no signs beyond the language's own`(language: Language) throws {
    for rightly in [true, false] {
      let dialogue = try lesson(language, wholeLesson(language, rightly: rightly), .ascii)
      #expect(Set(dialogue.text).intersection("→←↑↓▶◀✓✗•─│×–") == [])
      #expect(dialogue.lines.count { $0.hasPrefix(rightly ? "+ " : "x ") } == 6)
    }
  }
}

@Suite struct `A quiz line by line` {
  private func quiz(
    _ language: Language, _ typed: [String], _ questions: [Question]
  ) throws -> ScriptedDialogue {
    try ScriptedDialogue([QuizPage(PaperRequest(), questions: questions)], typed, language)
  }

  @Test(arguments: Language.allCases)
  func `Is asked, marked and summed up`(language: Language) throws {
    let questions = try questionsOfEachForm()
    let dialogue = try quiz(language, questions.map { try $0.line(rightly: true, in: language) }, questions)
    #expect(dialogue.lines.first == (language == .zh ? "第 1 题，共 5 题" : "Question 1 of 5"))
    #expect(dialogue.lines.last == (language == .zh ? "答对 5 题，共 5 题。" : "5 of 5 right."))
    #expect(!dialogue.isCutShort)
    for question in questions {
      #expect(dialogue.text.squeezed.contains(question.stem()[language].squeezed))
      for line in question.situation() { #expect(dialogue.lines.contains("- " + line[language])) }
    }
  }

  @Test func `Wrong answers count for nothing, and the right one is told`() throws {
    let questions = try questionsOfEachForm()
    let dialogue = try quiz(.en, questions.map { try $0.line(rightly: false, in: .en) }, questions)
    #expect(dialogue.lines.last == "0 of 5 right.")
    for question in questions {
      let key = question.text(of: question.key, in: .en)
      #expect(dialogue.text.squeezed.contains("Right:\(key.squeezed)"), "\(key)")
    }
  }

  @Test func `What can't be read is asked for again, with a word on how to write it`() throws {
    let questions = try fixtureQuestions("fx-syn-ack-lost")
    let dialogue = try quiz(.zh, ["", "什么", "SYN SENT"], questions)
    #expect(dialogue.lines.count { $0.contains("如 ESTABLISHED") } == 2)
    #expect(dialogue.lines.last == "答对 1 题，共 1 题。")
  }

  @Test func `However long an answer is, all of it counts`() throws {
    let questions = try fixtureQuestions("fx-first-data")
    let key = questions[0].text(of: questions[0].key, in: .en)
    let typed = String(repeating: " ", count: 60) + key + String(repeating: " ", count: 60)
    #expect(try quiz(.en, [typed], questions).lines.last == "1 of 1 right.")
  }

  @Test func `A question that is given up counts as wrong, and its answer is told`() throws {
    let questions = try questionsOfEachForm()
    let dialogue = try quiz(.en, questions.map { _ in "-" }, questions)
    #expect(dialogue.lines.count { $0 == "✗ Given up." } == 5 && dialogue.lines.last == "0 of 5 right.")
  }

  @Test func `Where the input ends, the sitting ends with its summary`() throws {
    let questions = try questionsOfEachForm()
    for count in 0..<5 {
      let typed = try questions.prefix(count).map { try $0.line(rightly: true, in: .en) }
      let dialogue = try quiz(.en, typed, questions)
      #expect(dialogue.isCutShort && dialogue.lines.last == "\(count) right of \(count) answered.")
      #expect(!dialogue.text.contains("of 5 right."))
    }
  }

  @Test func `It can be left at any question`() throws {
    let questions = try questionsOfEachForm()
    for count in 0..<5 {
      let typed = try questions.prefix(count).map { try $0.line(rightly: true, in: .en) } + ["q"]
      let dialogue = try quiz(.en, typed, questions)
      #expect(dialogue.isUsedUp && !dialogue.isCutShort && dialogue.prompts == count + 1)
      #expect(dialogue.lines.last == "\(count) right of \(count) answered.")
    }
  }

  @Test func `An exhibit stands above its question, in its own columns`() throws {
    let source = """
      - id: x
        revision: 1
        chapter: c
        exams: []
        sources: []
        scenario: server listen
        exhibit: { as: netstat, host: server }
        ask: { kind: state, host: server }
        form: typed
      """
    let item = try #require(ItemReader.read(source, file: "items.yaml").first)
    let question = try item.question(seed: 1, misconceptions: .init())
    let lines = try quiz(.en, ["-"], [question]).lines
    let start = try #require(lines.firstIndex(of: question.exhibit[0]))
    let end = start + question.exhibit.count
    #expect(Array(lines[start..<end]) == question.exhibit && lines[end] == question.stem().en)
    let learner = try Learner.inQuiz(.en, questions: [question])
    let row = try #require(learner.lines.firstIndex(of: "  " + question.exhibit[0]))
    #expect(learner.lines[row + question.exhibit.count] == "   ◆ Question   " + question.stem().en)
  }
}

@Suite struct `Home line by line` {
  @Test(arguments: Language.allCases)
  func `It lists what there is with its numbers, and a number opens it`(language: Language) throws {
    let home = try ScriptedDialogue([HomePage(chapters: [fixtureTitle])], ["1", "q", "q"], language)
    #expect(home.lines.first == "tcptutor" && !home.isCutShort)
    let entry = language == .zh ? "  1  10.3.7  有丢失的释放" : "  1  10.3.7  A release with a loss"
    #expect(home.lines.count { $0 == entry } == 2, "and once more when one comes back")
    #expect(home.lines.contains { $0.hasPrefix("[1/9]") })
  }

  @Test func `The quiz is drawn up, taken, and leads back`() throws {
    let home = try ScriptedDialogue(
      [HomePage(chapters: [fixtureTitle])], ["2", "-", "-", "-", "-", "-", "q"], .en)
    #expect(home.isUsedUp && home.lines.contains("Question 5 of 5") && home.lines.contains("0 of 5 right."))
    #expect(home.lines.count { $0 == "tcptutor" } == 2)
  }

  @Test func `Nonsense is told what may be said; the end of input is no failure`() throws {
    let home = try ScriptedDialogue([HomePage(chapters: [fixtureTitle])], ["", "77", "nonsense", "?"], .zh)
    #expect(home.lines.count { $0.hasPrefix("请输入 1 到 ") } == 4 && !home.isCutShort)
  }

  @Test func `The language is changed, and all is listed in it`() throws {
    let home = try ScriptedDialogue([HomePage(chapters: [fixtureTitle])], ["l"], .zh)
    #expect(home.lines.contains("  1  10.3.7  A release with a loss"))
  }
}
