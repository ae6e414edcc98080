import Bilingual
import Quiz
import Screen
import Simulation

/// Takes an answer, key by key or line by line.
protocol AnswerEntry: Sendable {
  /// How numbers are written where answers are typed.
  var notation: NumberNotation { get set }
  /// What is asked; may be put in other words, the options staying as they are.
  var question: Question { get set }
  /// The answer; nil until it is given as a whole.
  var given: Answer? { get }
  /// Why what was done last is no answer; nil where nothing is wrong.
  var problem: Localized? { get }
  /// Whether letters and digits are the answer's text.
  var isTyped: Bool { get }
  /// How many options are to be marked; nil where that goes without saying.
  var wanted: Int? { get }
  /// Whether nothing was typed yet.
  var isEmpty: Bool { get }
  /// What its keys do.
  var lines: [KeyLine] { get }
  /// What a line may say.
  var advice: Localized { get }

  /// Takes a key; asked no more once there is an answer.
  ///
  /// - Returns: whether the key meant something.
  mutating func take(_ key: Key) -> Bool
  /// A row with this target was clicked.
  mutating func choose(_ target: Int)
  /// Takes a line that was typed.
  ///
  /// - Returns: what is wrong with it; nil where it is an answer.
  mutating func hear(_ line: String) -> Localized?
  /// What can be answered, or has been.
  ///
  /// - Parameter looked: the option that is looked at once it is answered.
  func rows(columns: Int, looking looked: Int?, _ context: Context) -> [Row]
}

extension AnswerEntry {
  var notation: NumberNotation {
    get { .absolute }
    set {}
  }
  var isTyped: Bool { false }
  var wanted: Int? { nil }
  var isEmpty: Bool { true }
}

extension Question.Form {
  /// What takes answers of this form.
  func entry(for question: Question) -> any AnswerEntry {
    switch self {
    case .choice: ChoiceEntry(question)
    case .multiple: MultipleEntry(question)
    case .typed: TypedEntry(question)
    case .order: OrderEntry(question)
    case .blanks: BlanksEntry(question)
    }
  }
}

/// The row that is selected among the options; none at first.
struct Selection {
  let count: Int
  private(set) var row: Int?

  init(among count: Int) { self.count = count }

  mutating func go(to row: Int) { self.row = row }

  /// One up or down; at first to the last or the first.
  ///
  /// - Returns: false at either end, so that what is beyond can be scrolled to, and for every other key.
  mutating func take(_ key: Key) -> Bool {
    let next: Int
    switch key {
    case .up: next = row.map { $0 - 1 } ?? count - 1
    case .down: next = row.map { $0 + 1 } ?? 0
    default: return false
    }
    guard (0..<count).contains(next) else { return false }
    row = next
    return true
  }
}

extension Key {
  /// Down one, or up; nil for any other key.
  var step: Int? { self == .down ? 1 : self == .up ? -1 : nil }
}

/// A piece among others, with a number.
struct NumberedPiece {
  /// From **0**; also the target of a click.
  let index: Int
  /// What stands before its number.
  var mark: Character = " "
  let text: String
  /// The role of mark and number, and that of the text.
  var roles: (mark: Role, text: Role)
  var isSelected = false

  /// The piece on as many lines as it needs, their texts under each other.
  func rows(columns: Int, _ context: Context) -> [Row] {
    let head = " \(mark) \(index + 1)  "
    let indent = context.glyphs.width(of: head)
    return context.wrapped([Span(text, roles.text)], columns: columns - indent).enumerated().map { number, line in
      let start = number == 0 ? Span(head, roles.mark) : Span(String(repeating: " ", count: indent))
      return Row([start] + line, target: index, isSelected: isSelected)
    }
  }
}

/// The numbers in a line, apart by blanks or commas.
///
/// - Returns: nil where there is something else, or none.
func numbers(in line: String) -> [Int]? {
  let words = line.halfWidth.split { $0.isWhitespace || $0 == "," || $0 == "、" }
  let numbers = words.compactMap { Int($0) }
  return numbers.count == words.count && !numbers.isEmpty ? numbers : nil
}

extension Range<Int> {
  /// The digits from 1 on, one for each index; no more than nine.
  var digits: [Key] { prefix(9).map { .character(Character(String($0 + 1))) } }

  /// What these digits are called together.
  var digitName: String { count > 1 ? "1-\(Swift.min(9, count))" : "1" }
}
