import Bilingual
import Course
import Quiz
import Support
import Testing

/// The index of the chapter's last beat.
let lastBeat = 10

/// What is asked before a beat of the chapter, by the beat's index, and what the rules answer.
let predictions: [Int: Localized] = [
  2: Localized(zh: "SYN-SENT", en: "SYN-SENT"),
  3: Localized(zh: "SYN,ACK seq=900 ack=701", en: "SYN,ACK seq=900 ack=701"),
  4: Localized(zh: "seq=701  ack=901", en: "seq=701  ack=901"),
  5: Localized(zh: "什么也不发", en: "nothing"),
  6: Localized(zh: "seq=701", en: "seq=701"),
  7: Localized(zh: "CLOSE-WAIT", en: "CLOSE-WAIT"),
  8: Localized(zh: "client", en: "client"),
  9: Localized(zh: "9", en: "9"),
]

/// What to type for a wrong answer to the beats that are answered by typing, by their index.
let wrongWords = [6: "702", 7: "FIN-WAIT-2"]

/// The questions of the chapter, by the index of the beat that each stands before.
func predictedQuestions(_ language: Language) throws -> [Int: Question] {
  let chapter = try callChapter(language)
  var questions: [Int: Result<Question?, Diagnostics>] = [:]
  chapter.walk { place, _, before, _ in
    questions[place] = Result { () throws(Diagnostics) in
      try chapter.question(before: place, of: before, misconceptions: fixturePool.misconceptions)
    }
  }
  return try questions.compactMapValues { try $0.get() }
}

extension Question {
  /// The last words of a verdict, without blanks: the clause that decides, and where it is written down.
  func lastReason(in language: Language) throws -> String {
    let provision = try #require(Array(rules).last?.provision)
    let (clause, source) =
      language == .zh ? (provision.chinese, provision.chineseSource) : (provision.english, provision.source)
    // As much as is surely on the screen together, and more than another clause of the section has.
    return String((clause + source).squeezed.suffix(source.squeezed.count + 8))
  }
}

extension Learner {
  /// The index of the beat on the screen, as the title counts it; nil where it doesn't.
  var beat: Int? {
    let numbers = titleLine.split(separator: " ").map { $0.split(separator: "/").compactMap { Int($0) } }
    return numbers.first { $0.count == 2 && $0[1] == lastBeat + 1 }.map { $0[0] - 1 }
  }

  /// Goes through the chapter to a beat, and answers rightly on the way.
  ///
  /// - Parameter isTold: whether to go on behind the beat's question, if it has one.
  mutating func goTo(beat: Int, isTold: Bool = true) throws {
    for index in 1..<max(1, beat + 1) {
      try goOn()
      guard let right = predictions[index], index < beat || isTold else { continue }
      try answer(right[tutor.context.language])
      try goOn()
    }
  }

  /// Gives an answer to a beat's question that is not the right one.
  mutating func answerWrongly(beat: Int) throws {
    if let words = wrongWords[beat] { return try answer(words) }
    let right = try #require(predictions[beat])[tutor.context.language]
    try press(.character(digit(of: right) == "1" ? "2" : "1"))
  }

  /// Whether what a wrong answer leads to is on the screen.
  var seesConsequence: Bool { sees("假如这样发") || sees("Had it been sent so") }
}
