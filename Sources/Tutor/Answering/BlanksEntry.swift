import Bilingual
import Quiz
import Screen
import Simulation

/// Fields of a segment to be filled in, one blank each.
struct BlanksEntry: AnswerEntry {
  var question: Question
  private(set) var given: Answer?
  private(set) var problem: Localized?
  var notation = NumberNotation.absolute
  /// What stands in each blank.
  private var texts: [String]
  /// The blank that is filled in.
  private var place = 0

  /// More than any field needs.
  private static let longest = 24

  init(_ question: Question) {
    self.question = question
    texts = Array(repeating: "", count: Self.names(of: question).count)
  }

  /// What stands before each blank.
  private static func names(of question: Question) -> [String] {
    guard case .fields(let values) = question.key else { return [""] }
    return values.map(\.field.rawValue)
  }

  let isTyped = true
  var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }

  var lines: [KeyLine] {
    let isLast = place == texts.count - 1
    return [
      KeyLine(
        [.enter], isLast ? Localized(zh: "作答", en: "answer") : Localized(zh: "下一空", en: "next blank"), hint: .always),
      KeyLine([.up, .down], Localized(zh: "换一空", en: "another blank")),
    ]
  }

  var advice: Localized { TypedEntry(question).advice }

  mutating func take(_ key: Key) -> Bool {
    problem = nil
    switch key {
    case .character("?"): return false
    case .character(let character): if texts[place].count < Self.longest { texts[place].append(character) }
    case .backspace: _ = texts[place].popLast()
    case .up: place = max(0, place - 1)
    case .down: place = min(texts.count - 1, place + 1)
    case .enter:
      if place < texts.count - 1 { place += 1 } else { problem = give() }
    default: return false
    }
    return true
  }

  /// Gives all that is filled in, unless a blank is empty or can't be read; that is then told, and gone to.
  private mutating func give() -> Localized? {
    if let empty = texts.firstIndex(where: \.isEmpty) {
      place = empty
      return Localized(zh: "还有一空没有填", en: "a blank is still empty")
    }
    return read(texts.joined(separator: " "))
  }

  private mutating func read(_ line: String) -> Localized? {
    do throws(Answer.Unreadable) {
      given = try question.read(line, notation)
      return nil
    } catch {
      return error.hint
    }
  }

  mutating func choose(_ target: Int) {
    if texts.indices.contains(target) { place = target }
  }

  mutating func hear(_ line: String) -> Localized? { read(line) }

  func rows(columns: Int, looking looked: Int?, _ context: Context) -> [Row] {
    let names = Self.names(of: question)
    let widest = names.map { context.glyphs.width(of: $0) }.max() ?? 0
    return texts.enumerated().map { index, text in
      let isHere = index == place && given == nil
      let mark = isHere ? "\(context.glyphs.arrowRight) " : "  "
      let name = mark + names[index].padded(to: widest) + "  "
      let blank = text + String(repeating: "_", count: max(0, 12 - text.count))
      return Row(
        [Span(name, .key), Span(blank, text.isEmpty ? .dim : .strong)], target: index,
        cursor: isHere ? context.glyphs.width(of: name) + context.glyphs.width(of: text) : nil, isSelected: isHere)
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
