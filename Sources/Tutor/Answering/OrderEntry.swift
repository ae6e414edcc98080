import Bilingual
import Quiz
import Screen

/// The options in an order of one's own: an arrow goes to a row, its digit puts it in that place, or the space bar takes
/// it up and the arrows move it; Enter gives the order.
struct OrderEntry: AnswerEntry {
  var question: Question
  private(set) var given: Answer?
  private(set) var problem: Localized?
  /// The options' indices as they stand now.
  private var order: [Int]
  /// The row that the arrows are on.
  private var selected: Int?
  /// Whether the arrows move that row.
  private var isTakenUp = false

  init(_ question: Question) {
    self.question = question
    order = Array(question.options.indices)
  }

  var lines: [KeyLine] {
    [
      KeyLine([.down, .up], Localized(zh: "选一行", en: "go to a row"), hint: .always),
      KeyLine([.character(" ")], Localized(zh: "拿起、放下", en: "take up, put down"), hint: .always),
      KeyLine(
        order.indices.digits, Localized(zh: "移到第几位", en: "put it there"), name: order.indices.digitName),
      KeyLine([.enter], Localized(zh: "作答", en: "answer"), hint: .always),
    ]
  }

  var advice: Localized {
    Localized(
      zh: "请按正确的顺序输入各行的数字，用空格或逗号隔开，如 \(example)；- 放弃这题，q 结束。",
      en:
        "Type the rows' numbers in the right order, apart by blanks or commas, as in \(example); - gives the question "
        + "up, q ends.")
  }

  private var example: String { order.indices.reversed().map { String($0 + 1) }.joined(separator: " ") }

  mutating func take(_ key: Key) -> Bool {
    problem = nil
    switch key {
    case .up: return go(to: selected.map { $0 - 1 } ?? order.count - 1)
    case .down: return go(to: selected.map { $0 + 1 } ?? 0)
    case .enter:
      guard selected != nil else {
        problem = Localized(zh: "先排好顺序", en: "put them in order first")
        return true
      }
      given = .order(order.map { question.options[$0] })
    case .character(" "):
      selected = selected ?? 0
      isTakenUp.toggle()
    case .character(let character):
      guard let digit = character.wholeNumberValue, order.indices.contains(digit - 1) else { return false }
      if let selected { move(selected, to: digit - 1) }
      selected = digit - 1
    default: return false
    }
    return true
  }

  private mutating func go(to row: Int) -> Bool {
    guard order.indices.contains(row) else { return false }
    if isTakenUp, let selected { move(selected, to: row) }
    selected = row
    return true
  }

  private mutating func move(_ row: Int, to place: Int) { order.insert(order.remove(at: row), at: place) }

  /// Goes to a row; one that is taken up is put down there.
  mutating func choose(_ target: Int) {
    _ = go(to: target)
    isTakenUp = false
  }

  mutating func hear(_ line: String) -> Localized? {
    guard let numbers = numbers(in: line), numbers.sorted() == order.indices.map({ $0 + 1 }) else { return advice }
    order = numbers.map { $0 - 1 }
    given = .order(order.map { question.options[$0] })
    return nil
  }

  func rows(columns: Int, looking looked: Int?, _ context: Context) -> [Row] {
    order.enumerated().flatMap { place, index in
      piece(place, question.options[index], context).rows(columns: columns, context)
    }
  }

  private func piece(_ place: Int, _ option: Answer, _ context: Context) -> NumberedPiece {
    let text = question.text(of: option, context)
    guard given != nil else {
      let isSelected = place == selected
      let mark = isTakenUp ? context.glyphs.bullet : context.glyphs.arrowRight
      return NumberedPiece(
        index: place, mark: isSelected ? mark : " ", text: text, roles: (.key, isSelected ? .selected : .text),
        isSelected: isSelected)
    }
    if case .order(let right) = question.key, right.indices.contains(place), right[place] == option {
      return NumberedPiece(index: place, mark: context.glyphs.check, text: text, roles: (.correct, .correct))
    }
    return NumberedPiece(index: place, mark: context.glyphs.cross, text: text, roles: (.wrong, .wrong))
  }
}
