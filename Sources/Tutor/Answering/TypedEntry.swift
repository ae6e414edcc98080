import Bilingual
import Quiz
import Screen
import Simulation

/// An answer that is written.
struct TypedEntry: AnswerEntry {
  var question: Question
  private(set) var given: Answer?
  private(set) var problem: Localized?
  var notation = NumberNotation.absolute
  private var text = ""
  /// What was asked back already; Enter once more gives it.
  private var queried: String?

  /// More than any answer needs.
  private static let longest = 80

  init(_ question: Question) { self.question = question }

  let isTyped = true
  var isEmpty: Bool { text.isEmpty }

  var lines: [KeyLine] { [KeyLine([.enter], Localized(zh: "作答", en: "answer"), hint: .always)] }

  /// What the question says of an answer that can't be read tells how to write one.
  var advice: Localized {
    do throws(Answer.Unreadable) {
      _ = try question.read("", notation)
      return Localized(zh: "请输入答案", en: "type the answer")
    } catch {
      return error.hint
    }
  }

  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character("?"): return false
    case .character(let character): if text.count < Self.longest { text.append(character) }
    case .backspace: _ = text.popLast()
    case .enter:
      if queried != text, question.mayMeanAnOption(text, notation) {
        queried = text
        problem = Localized(zh: "答案是数 \(text)？再按一次回车就算", en: "\(text) as the number? Enter again takes it")
      } else {
        problem = hear(text)
      }
      return true
    default: return false
    }
    problem = nil
    return true
  }

  mutating func choose(_ target: Int) {}

  mutating func hear(_ line: String) -> Localized? {
    text = line
    do throws(Answer.Unreadable) {
      given = try question.read(line, notation)
      return nil
    } catch {
      return error.hint
    }
  }

  func rows(columns: Int, looking looked: Int?, _ context: Context) -> [Row] {
    let prompt = context[Localized(zh: "回答：", en: "Answer: ")]
    let indent = context.glyphs.width(of: prompt)
    let pieces = text.pieces(columns: max(2, columns - indent - 1), context.glyphs)
    return pieces.enumerated().map { index, piece in
      let start = index == 0 ? Span(prompt, .dim) : Span(String(repeating: " ", count: indent))
      let isLast = index == pieces.count - 1
      return Row(
        [start, Span(piece, .strong)], cursor: isLast && given == nil ? indent + context.glyphs.width(of: piece) : nil)
    }
  }
}

extension String {
  /// Cut where a line is full, blanks and all; one empty piece of an empty text.
  fileprivate func pieces(columns: Int, _ glyphs: Glyphs) -> [String] {
    var pieces = [""]
    for character in self {
      if glyphs.width(of: pieces[pieces.count - 1] + String(character)) > columns { pieces.append("") }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }
}
