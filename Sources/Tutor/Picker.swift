import Bilingual
import Screen

/// A list from which one is chosen: by arrows, by digits, by a part of its text, or by a click.
struct Picker<Item: Sendable>: Sendable {
  private(set) var items: [Item]
  /// Those that digits choose, the first by 1; the others are reached by arrows.
  private var numbered: Range<Int>
  /// What an item is found by.
  private let text: @Sendable (Item) -> Localized
  /// What is looked for; nil where all items are shown.
  private var filter: String?
  /// Among those that are shown.
  private var selection = 0
  private var scroller = Scroller()

  /// - Parameter numbered: the indices of the items that have a number; nil for all.
  init(_ items: [Item], numbered: Range<Int>? = nil, text: @escaping @Sendable (Item) -> Localized) {
    self.items = items
    self.numbered = numbered ?? items.indices
    self.text = text
  }

  /// The indices of the items that have what is looked for, in either language.
  private var shown: [Int] {
    guard let filter, !filter.isEmpty else { return Array(items.indices) }
    let wanted = filter.lowercased()
    return items.indices.filter { index in
      Language.allCases.contains { text(items[index])[$0].lowercased().contains(wanted) }
    }
  }

  var isFiltering: Bool { filter != nil }

  /// The item on which the selection is; nil where none is shown.
  var selected: Item? { shown.indices.contains(selection) ? items[shown[selection]] : nil }

  /// The index of the item on which the selection is; **0** where none is shown.
  var index: Int { shown.indices.contains(selection) ? shown[selection] : 0 }

  /// Selects the item with an index, or the last one; all are shown.
  mutating func select(_ index: Int) {
    filter = nil
    move(to: index)
  }

  // MARK: Keys

  /// What its keys do.
  ///
  /// - Parameter verb: what choosing is called.
  func lines(choosing verb: Localized) -> [KeyLine] {
    let arrows = [
      KeyLine([.enter, .right], verb, hint: .always),
      KeyLine(isFiltering ? [.up] : [.up, .character("k")], Localized(zh: "上一项", en: "up")),
      KeyLine(isFiltering ? [.down] : [.down, .character("j")], Localized(zh: "下一项", en: "down")),
    ]
    guard isFiltering else {
      return arrows + [
        KeyLine(
          (0..<numbered.count).digits, Localized(zh: "选第几项", en: "the one with this number"),
          name: (0..<numbered.count).digitName,
          hint: .never),
        KeyLine([.character("/")], Localized(zh: "查找", en: "find")),
      ]
    }
    return arrows + [KeyLine([.escape], Localized(zh: "不找了", en: "stop finding"), hint: .always)]
  }

  enum Outcome {
    case moved
    case chosen(Item)
  }

  /// Takes a key.
  ///
  /// - Returns: nil where the key means nothing here.
  mutating func take(_ key: Key) -> Outcome? {
    switch key {
    case .up: move(to: selection - 1)
    case .down: move(to: selection + 1)
    case .home: move(to: 0)
    case .end: move(to: shown.count - 1)
    case .enter, .right: return selected.map { .chosen($0) } ?? .moved
    // That is how one asks for help, everywhere.
    case .character("?"): return nil
    case .escape where isFiltering: find(nil)
    case .backspace where isFiltering: find(String((filter ?? "").dropLast()))
    case .character(let character) where isFiltering: find((filter ?? "") + String(character))
    case .character("/"): find("")
    case .character("k"): move(to: selection - 1)
    case .character("j"): move(to: selection + 1)
    case .character(let character):
      guard let digit = character.wholeNumberValue, (1...min(9, max(1, numbered.count))).contains(digit),
        numbered.contains(numbered.lowerBound + digit - 1)
      else { return nil }
      return choose(numbered.lowerBound + digit - 1)
    default: return nil
    }
    return .moved
  }

  private mutating func find(_ text: String?) {
    filter = text
    move(to: 0)
  }

  private mutating func move(to place: Int) {
    selection = max(0, min(shown.count - 1, place))
    scroller.follow()
  }

  /// Chooses the item with this index, which is also the target of a click on it.
  mutating func choose(_ index: Int) -> Outcome? {
    guard items.indices.contains(index) else { return nil }
    if let place = shown.firstIndex(of: index) { move(to: place) }
    return .chosen(items[index])
  }

  // MARK: Rows

  /// Draws the items that have room; the selected one is among them.
  ///
  /// - Parameters:
  ///   - heading: what stands above an item, where not only some are shown.
  ///   - label: an item in words, in one line or several of so many columns.
  func draw(
    on picture: inout Picture, in area: Rect, _ context: Context, heading: (Item) -> [Row] = { _ in [] },
    label: (Item, _ columns: Int) -> [[Span]]
  ) {
    var area = area
    if let filter {
      let prompt = context[Localized(zh: "查找：", en: "Find: ")]
      picture.surface.put([Span(prompt, .dim), Span(filter, .strong)], x: area.x + 2, y: area.y, limit: area.width - 2)
      let column = area.x + 2 + context.glyphs.width(of: prompt) + context.glyphs.width(of: filter)
      picture.cursor = Point(x: min(column, area.x + area.width - 1), y: area.y)
      area.y += 2
      area.height -= 2
    }
    let rows = shown.enumerated().flatMap { place, index in
      (isFiltering ? [] : heading(items[index]))
        + self.rows(index, isSelected: place == selection, area.width, context, label: label)
    }
    let none = Localized(zh: "没有含这几个字的", en: "nothing has that in it")
    picture.put(rows.isEmpty ? [Row([Span("  " + context[none], .dim)])] : rows, in: area, scroller, context)
  }

  private func rows(
    _ index: Int, isSelected: Bool, _ columns: Int, _ context: Context, label: (Item, Int) -> [[Span]]
  ) -> [Row] {
    let place = index - numbered.lowerBound
    let number = numbered.contains(index) ? (place < 9 ? "\(place + 1)   " : "    ") : ""
    let room = columns - 2 - number.count
    return label(items[index], room).enumerated().map { line, spans in
      let text = truncate(spans, columns: room, glyphs: context.glyphs)
      let start = line == 0 ? number : String(repeating: " ", count: number.count)
      guard isSelected else { return Row([Span("  \(start)", .key)] + text, target: index) }
      let all = " " + start + text.map(\.text).joined()
      let rest = String(repeating: " ", count: max(0, columns - 1 - context.glyphs.width(of: all)))
      return Row(
        [Span(String(context.glyphs.selectionBar), .selectionMark), Span(all + rest, .selected)], target: index,
        isSelected: true)
    }
  }

  /// The indices in the order in which they are told: those with numbers of their own first.
  private var tellingOrder: [Int] { Array(numbered) + items.indices.filter { !numbered.contains($0) } }

  /// The items line by line, each with its number.
  func told(_ label: (Item) -> String) -> [String] {
    tellingOrder.enumerated().map { "  \($0 + 1)  \(label(items[$1]))" }
  }

  /// The item whose number a line says; nil where there is none.
  func item(named line: String) -> Item? {
    let order = tellingOrder
    guard let numbers = numbers(in: line), numbers.count == 1, order.indices.contains(numbers[0] - 1) else {
      return nil
    }
    return items[order[numbers[0] - 1]]
  }
}
