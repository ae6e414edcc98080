import Bilingual
import Quiz
import Screen

/// Several of the options, and it is said how many: digits or the space bar mark them, Enter gives them.
struct MultipleEntry: AnswerEntry {
  var question: Question
  private(set) var given: Answer?
  private(set) var problem: Localized?
  private var selection: Selection
  private var marked: Set<Int> = []

  init(_ question: Question) {
    self.question = question
    selection = Selection(among: question.options.count)
  }

  private var options: [Answer] { question.options }

  /// How many are right.
  var wanted: Int? { rightCount }
  private var rightCount: Int { if case .several(let right) = question.key { right.count } else { 1 } }

  var lines: [KeyLine] {
    [
      KeyLine([.down, .up], Localized(zh: "移动", en: "move")),
      KeyLine(
        options.indices.digits, Localized(zh: "选上或取消", en: "mark or unmark"), name: options.indices.digitName,
        hint: .always),
      KeyLine([.character(" ")], Localized(zh: "选上或取消这一行", en: "mark or unmark this row"), hint: .never),
      KeyLine([.enter], Localized(zh: "作答", en: "answer"), hint: .always),
    ]
  }

  var advice: Localized {
    Localized(
      zh: "请输入 \(rightCount) 个 1 到 \(options.count) 的数字，用空格或逗号隔开；- 放弃这题，q 结束。",
      en:
        "Type \(rightCount) numbers from 1 to \(options.count), apart by blanks or commas; - gives the question up, q ends."
    )
  }

  mutating func take(_ key: Key) -> Bool {
    problem = nil
    switch key {
    case .up, .down: return selection.take(key)
    case .enter: give()
    case .character(" "): choose(selection.row ?? 0)
    case .character(let character):
      guard let digit = character.wholeNumberValue, options.indices.contains(digit - 1) else { return false }
      choose(digit - 1)
    default: return false
    }
    return true
  }

  private mutating func give() {
    guard marked.count == rightCount else {
      problem = Localized(
        zh: "要选 \(rightCount) 项，已选 \(marked.count) 项", en: "\(rightCount) wanted, \(marked.count) marked")
      return
    }
    // In the order in which they are offered, as the key is.
    given = .several(marked.sorted().map { options[$0] })
  }

  mutating func choose(_ target: Int) {
    problem = nil
    selection.go(to: target)
    if marked.remove(target) == nil { marked.insert(target) }
  }

  mutating func hear(_ line: String) -> Localized? {
    guard let numbers = numbers(in: line), numbers.allSatisfy({ options.indices.contains($0 - 1) }) else {
      return advice
    }
    marked = Set(numbers.map { $0 - 1 })
    give()
    return problem
  }

  func rows(columns: Int, looking looked: Int?, _ context: Context) -> [Row] {
    let count =
      given == nil
      ? Localized(zh: "选 \(rightCount) 项，已选 \(marked.count) 项", en: "Mark \(rightCount); \(marked.count) marked so far")
      : Localized(zh: "选 \(rightCount) 项", en: "\(rightCount) were to be marked")
    return Row.wrapped([Span(context[count], .dim)], columns: columns, context)
      + options.enumerated().flatMap { index, option in piece(index, option, context).rows(columns: columns, context) }
  }

  private func piece(_ index: Int, _ option: Answer, _ context: Context) -> NumberedPiece {
    let box = marked.contains(index) ? "[x] " : "[ ] "
    let text = box + question.text(of: option, context)
    guard given != nil else {
      let isSelected = index == selection.row
      return NumberedPiece(
        index: index, mark: isSelected ? context.glyphs.arrowRight : " ", text: text,
        roles: (.key, isSelected ? .selected : .text), isSelected: isSelected)
    }
    if case .several(let right) = question.key, right.contains(option) {
      return NumberedPiece(index: index, mark: context.glyphs.check, text: text, roles: (.correct, .correct))
    }
    guard marked.contains(index) else { return NumberedPiece(index: index, text: text, roles: (.dim, .dim)) }
    return NumberedPiece(index: index, mark: context.glyphs.cross, text: text, roles: (.wrong, .wrong))
  }
}
