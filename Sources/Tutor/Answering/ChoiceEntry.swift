import Bilingual
import Quiz
import Screen

/// One of the options: an arrow or a digit selects it, Enter or the digit again gives it.
struct ChoiceEntry: AnswerEntry {
  var question: Question
  private(set) var given: Answer?
  private(set) var problem: Localized?
  private var selection: Selection

  init(_ question: Question) {
    self.question = question
    selection = Selection(among: question.options.count)
  }

  private var options: [Answer] { question.options }

  var lines: [KeyLine] {
    [
      KeyLine([.down, .up], Localized(zh: "选", en: "choose")),
      KeyLine(
        options.indices.digits, Localized(zh: "选，再按一次作答", en: "choose; once more answers"),
        name: options.indices.digitName, hint: .always),
      KeyLine([.enter], Localized(zh: "作答", en: "answer"), hint: .always),
    ]
  }

  var advice: Localized {
    Localized(
      zh: "请输入 1 到 \(options.count) 的数字；- 放弃这题，q 结束。",
      en: "Type a number from 1 to \(options.count); - gives the question up, q ends.")
  }

  mutating func take(_ key: Key) -> Bool {
    problem = nil
    switch key {
    case .up, .down: return selection.take(key)
    case .enter:
      guard let selected = selection.row else {
        problem = Localized(zh: "先选一项：\(options.indices.digitName)", en: "choose first: \(options.indices.digitName)")
        return true
      }
      given = options[selected]
    case .character(let character):
      guard let digit = character.wholeNumberValue, options.indices.contains(digit - 1) else { return false }
      choose(digit - 1)
    default: return false
    }
    return true
  }

  mutating func choose(_ target: Int) {
    problem = nil
    if selection.row == target { given = options[target] }
    selection.go(to: target)
  }

  mutating func hear(_ line: String) -> Localized? {
    guard let numbers = numbers(in: line), numbers.count == 1, options.indices.contains(numbers[0] - 1) else {
      return advice
    }
    given = options[numbers[0] - 1]
    return nil
  }

  func rows(columns: Int, looking looked: Int?, _ context: Context) -> [Row] {
    let texts = question.alignedOptions(context)
    return options.indices.flatMap { index in
      piece(index, texts[index], isLookedAt: index == looked, context).rows(columns: columns, context)
    }
  }

  private func piece(_ index: Int, _ text: String, isLookedAt: Bool, _ context: Context) -> NumberedPiece {
    let option = options[index]
    guard let given else {
      let isSelected = index == selection.row
      return NumberedPiece(
        index: index, mark: isSelected ? context.glyphs.arrowRight : " ", text: text,
        roles: (.key, isSelected ? .selected : .text), isSelected: isSelected)
    }
    let (mark, role): (Character, Role) =
      question.isCorrect(option)
      ? (context.glyphs.check, .correct) : option == given ? (context.glyphs.cross, .wrong) : (" ", .dim)
    return NumberedPiece(
      index: index, mark: mark, text: text, roles: (role, isLookedAt ? .selected : role), isSelected: isLookedAt)
  }
}
