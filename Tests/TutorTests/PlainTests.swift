import Bilingual
import Quiz
import Screen
import Simulation
import Support
import TCP
import Testing

@testable import Tutor

/// A learner who has written down beforehand what to type.
private final class ScriptedDialogue: Dialogue {
  /// All that was said and asked, in order; what was typed stands behind its prompt.
  private(set) var lines: [String] = []
  private(set) var prompts = 0
  private var typed: [String]

  init(_ typed: [String]) { self.typed = typed }

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

private func lesson(_ language: Language, _ typed: [String], _ drawing: Drawing = .unicode) throws -> ScriptedDialogue {
  let dialogue = ScriptedDialogue(typed)
  try PlainLesson(
    callChapter(language), misconceptions: fixturePool.misconceptions,
    context: Context(language: language, drawing: drawing)
  ).run(dialogue)
  return dialogue
}

/// The right answers, in order: digits as the full screen has them, because both ask in the same way, or words.
private func rightAnswers(_ language: Language) throws -> [String] {
  try predictions.sorted { $0.key < $1.key }.map { index, right in
    var learner = try Learner.inChapter(language)
    try learner.goTo(beat: index, isTold: false)
    guard !learner.isTyping else { return right[language] }
    let digit = learner.digit(of: right[language])
    return String(try #require(digit))
  }
}

/// An answer to each question that is not the right one.
private func wrongAnswers(_ language: Language) throws -> [String] {
  let beats = predictions.keys.sorted()
  return try zip(beats, rightAnswers(language)).map { beat, right in wrongWords[beat] ?? (right == "1" ? "2" : "1") }
}

/// All that is typed in a chapter: Enter between beats, an answer before those that ask.
private func wholeLesson(_ answers: [String]) -> [String] {
  ["", ""] + answers.flatMap { [$0, ""] }
}

@Suite struct `A chapter line by line` {
  @Test(arguments: Language.allCases)
  func `Is gone through with right answers`(language: Language) throws {
    let chapter = try callChapter(language)
    let dialogue = try lesson(language, wholeLesson(rightAnswers(language)))
    #expect(dialogue.isUsedUp && dialogue.prompts == 18)
    #expect(dialogue.lines.first == "9.9 \(chapter.title)")
    for (index, beat) in chapter.beats.enumerated() {
      #expect(dialogue.lines.contains("[\(index + 1)/\(chapter.beats.count)] \(beat.title ?? chapter.title)"))
    }
    #expect(dialogue.lines.count { $0 == (language == .zh ? "正确。" : "Right.") } == 8)
    #expect(!dialogue.text.contains(language == .zh ? "不对。" : "Not so."))
  }

  @Test(arguments: Language.allCases)
  func `Wrong answers are named, and the chapter goes on`(language: Language) throws {
    let dialogue = try lesson(language, wholeLesson(wrongAnswers(language)))
    #expect(dialogue.isUsedUp)
    #expect(dialogue.lines.count { $0.hasPrefix(language == .zh ? "不对。" : "Not so.") } == 8)
    #expect(dialogue.text.contains(language == .zh ? "这样答，是以为：" : "It would follow from:"))
  }

  @Test func `What happens is told in sentences, in order`() throws {
    let dialogue = try lesson(.en, wholeLesson(rightAnswers(.en)))
    let told = dialogue.lines.filter { $0.hasPrefix("  ") && $0.contains(" s  ") }.map(\.trimmed)
    #expect(
      told.prefix(9) == [
        "0 s  server calls LISTEN", "0 s  server: CLOSED → LISTEN", "0 s  client calls CONNECT",
        "0 s  client sends #1: SYN seq=700", "0 s  client: CLOSED → SYN-SENT", "0.05 s  #1 arrives at server",
        "0.05 s  server sends #2: SYN,ACK seq=900 ack=701", "0.05 s  server: LISTEN → SYN-RECEIVED",
        "0.1 s  #2 arrives at client",
      ])
    #expect(told.contains("0.15 s  server: SYN-RECEIVED → ESTABLISHED"))
  }

  @Test func `A wrong segment is played out to the reset, and then the right one is told`() throws {
    let lines = try lesson(.en, wholeLesson(wrongAnswers(.en))).lines
    let begin = try #require(lines.firstIndex(of: "Had it been sent so:"))
    #expect(lines.count { $0 == "Had it been sent so:" } == 1)
    let reset = try #require(lines.firstIndex { $0.contains("client sends #3: RST seq=") })
    let right = try #require(lines.firstIndex { $0.hasSuffix("server sends #2: SYN,ACK seq=900 ack=701") })
    #expect(begin < reset && reset < right)
  }

  @Test(arguments: Language.allCases)
  func `At its end it says where its questions are`(language: Language) throws {
    let last = try #require(lesson(language, wholeLesson(rightAnswers(language))).lines.last)
    #expect(last.hasSuffix("tcptutor quiz --chapter \(Fixture.call)"))
  }

  @Test func `The answer is not told before it is asked for`() throws {
    let dialogue = try lesson(.en, wholeLesson(rightAnswers(.en)))
    let asked = try #require(dialogue.lines.firstIndex { $0.hasPrefix("The call arrives.") })
    #expect(!dialogue.lines[..<asked].contains { $0.contains("SYN,ACK seq=900") })
    let told = try #require(dialogue.lines.firstIndex { $0.contains("server sends #2") })
    #expect(told > asked)
  }

  @Test(arguments: ["q", "Q", " q "])
  func `It can be left between any two beats, and at any question`(typed: String) throws {
    let all = wholeLesson(try rightAnswers(.zh))
    for index in all.indices {
      let dialogue = try lesson(.zh, Array(all[..<index]) + [typed])
      #expect(dialogue.isUsedUp && dialogue.prompts == index + 1)
    }
  }

  @Test func `Where the input ends before the chapter does, it is not taken for done`() throws {
    let all = wholeLesson(try rightAnswers(.en))
    for count in 0..<all.count {
      #expect(throws: InputEnded.self) { try lesson(.en, Array(all[..<count])) }
    }
    #expect(throws: Never.self) { try lesson(.en, all) }
  }

  @Test(arguments: ["", "x", "0", "5", "-1", "1 2", "99999999999999999999"])
  func `What is no answer is asked for again`(typed: String) throws {
    let answers = try rightAnswers(.en)
    let dialogue = try lesson(.en, ["", "", typed] + wholeLesson(answers).dropFirst(2))
    #expect(dialogue.isUsedUp && dialogue.prompts == 19)
    #expect(dialogue.lines.count { $0 == "Type a number from 1 to 4, or q to end." } == 1)
  }

  @Test(arguments: Language.allCases)
  func `No line is wider than a terminal`(language: Language) throws {
    let dialogue = try lesson(language, wholeLesson(wrongAnswers(language)))
    #expect(dialogue.lines.filter { $0.displayWidth > 80 } == [])
    #expect(dialogue.lines.filter { $0.contains("\u{1B}") || $0.contains("\n") } == [])
  }

  @Test(arguments: Language.allCases)
  func `In ASCII it has no signs beyond the language's own`(language: Language) throws {
    let dialogue = try lesson(language, wholeLesson(rightAnswers(language)), .ascii)
    let signs = Set(dialogue.text).intersection("→←↑↓▶◀✓✗•─│×–")
    #expect(signs == [])
  }
}

@Suite struct `A quiz line by line` {
  private func quiz(_ language: Language, _ typed: [String], _ questions: [Question]) throws -> ScriptedDialogue {
    let dialogue = ScriptedDialogue(typed)
    try PlainQuiz(questions, context: Context(language: language)).run(dialogue)
    return dialogue
  }

  private func right(_ question: Question) -> String {
    question.options.firstIndex(of: question.key).map { String($0 + 1) } ?? question.text(of: question.key, in: .en)
  }

  @Test(arguments: Language.allCases)
  func `Is asked, marked and summed up`(language: Language) throws {
    let questions = try callQuestions()
    let dialogue = try quiz(language, questions.map(right), questions)
    #expect(dialogue.lines.first == (language == .zh ? "第 1 题，共 5 题" : "Question 1 of 5"))
    #expect(dialogue.lines.last == (language == .zh ? "答对 5 题，共 5 题。" : "5 of 5 right."))
    for question in questions {
      #expect(dialogue.lines.contains(question.stem[language]))
      for line in question.situation { #expect(dialogue.lines.contains("- " + line[language])) }
    }
  }

  @Test func `Wrong answers count for nothing, and the right one is told`() throws {
    let questions = try callQuestions()
    let wrong = try questions.map { question in
      question.form == .typed ? try #require(question.wrongWords) : right(question) == "1" ? "2" : "1"
    }
    let dialogue = try quiz(.en, wrong, questions)
    #expect(dialogue.lines.last == "0 of 5 right.")
    for question in questions {
      let key = question.text(of: question.key, in: .en)
      #expect(dialogue.text.contains("It is \(key)."), "\(key)")
    }
  }

  @Test func `What can't be read is asked for again, with a word on how to write it`() throws {
    let question = try callQuestions()[2]
    let dialogue = try quiz(.zh, ["", "什么", "SYN SENT"], [question])
    #expect(dialogue.lines.count { $0 == "请写一个状态名，如 ESTABLISHED" } == 2)
    #expect(dialogue.lines.last == "答对 1 题，共 1 题。")
  }

  @Test func `However long an answer is, all of it counts`() throws {
    let item = try #require(
      ItemReader.read(
        """
        - id: long
          revision: 1
          chapter: c
          exams: []
          scenario: |
            client isn 4294967294
            server isn 4294967294
            server listen
            client connect
          ask: { kind: next-segment, host: server }
          form: typed
          sources: []
        """, file: "long.yaml"
      ).first)
    let question = try item.question(seed: 1, misconceptions: fixturePool.misconceptions)
    let typed = "SYN,ACK     seq=4294967294     ack=4294967295"
    #expect(typed.count > 40)
    #expect(try quiz(.en, [typed], [question]).lines.last == "1 of 1 right.")
    var learner = try Learner.inQuiz(.en, questions: [question])
    try learner.type(typed)
    try learner.press(.enter)
    #expect(learner.sees("Right."))
  }

  @Test func `Where the input ends, there is no score`() throws {
    let questions = try callQuestions()
    for count in 0..<5 {
      let dialogue = ScriptedDialogue(questions.prefix(count).map(right))
      #expect(throws: InputEnded.self) { try PlainQuiz(questions, context: Context(language: .en)).run(dialogue) }
      #expect(!dialogue.text.contains("of 5 right."))
    }
  }

  @Test func `It can be left at any question`() throws {
    let questions = try callQuestions()
    for count in 0..<5 {
      let dialogue = try quiz(.en, questions.prefix(count).map(right) + ["q"], questions)
      #expect(dialogue.isUsedUp && dialogue.prompts == count + 1)
      #expect(dialogue.lines.last == "\(count) right of \(count) answered.")
    }
  }

  @Test func `A quiz without questions has a score`() throws {
    #expect(try quiz(.en, [], []).lines == ["0 of 0 right."])
  }
}
