import Bilingual
import Figures
import Screen
import Simulation
import TCP

/// The same script played under two profiles, side by side: where the runs part, and which clauses make them.
public struct ProfileComparison: Sendable {
  private let runs: [Network]
  private let rows: [Row]

  /// What happened in either run; both sides where it is the same.
  private struct Row {
    var left: Int?
    var right: Int?

    var isShared: Bool { left != nil && right != nil }

    subscript(side: Int) -> Int? { side == 0 ? left : right }
  }

  /// - Parameters:
  ///   - left: the run under the one profile, at its end.
  ///   - right: the same script under the other.
  public init(_ left: Network, _ right: Network) {
    runs = [left, right]
    rows = Self.align(left, right)
  }

  /// Whether the runs part anywhere.
  public var differs: Bool { rows.contains { !$0.isShared } }

  // MARK: Alignment

  /// What of a run is compared: what the hosts do and are told, not when.
  private static func label(_ occurrence: Occurrence, _ names: Pair<String>) -> String? {
    let host = names[occurrence.host]
    switch occurrence.kind {
    case .call(let call, .rejected(let error)): return "\(host) \(call.displayName) \(error)"
    case .call(let call, _): return "\(host) \(call.displayName)"
    case .send(let segment, _, let isRetransmission): return "\(host) \(segment)\(isRetransmission ? " *" : "")"
    case .state(let from, let to): return "\(host) \(from) → \(to)"
    case .signal(let signal, let call):
      return "\(host) \(call.map { "\($0.rawValue)() " } ?? "")\"\(signal)\""
    case .deliver(let octets): return "\(host) +\(octets)"
    case .lost(let segment, _): return "\(host) ✗ \(segment)"
    case .crash: return "\(host) (CRASH)"
    case .injected(let segment): return "→ \(host) \(segment)"
    case .arrive, .duplicated, .held, .released, .timeout, .expect: return nil
    }
  }

  /// The longest common subsequence of both runs' labels, with what stands between on its own side.
  ///
  /// Of the table of lengths only two rows are kept, and of the others which way the longer rest lies, a bit each.
  private static func align(_ left: Network, _ right: Network) -> [Row] {
    let (a, b) = (labelled(left), labelled(right))
    var numbers: [String: Int] = [:]
    func numbered(_ labels: [(index: Int, label: String)]) -> [Int] {
      labels.map { entry in
        let number = numbers[entry.label] ?? numbers.count
        numbers[entry.label] = number
        return number
      }
    }
    let (x, y) = (numbered(a), numbered(b))
    var leftIsNoShorter = BitTable(rows: x.count, columns: y.count)
    var below = Array(repeating: 0, count: y.count + 1)
    for i in x.indices.reversed() {
      var lengths = Array(repeating: 0, count: y.count + 1)
      for j in y.indices.reversed() {
        lengths[j] = x[i] == y[j] ? below[j + 1] + 1 : max(below[j], lengths[j + 1])
        if below[j] >= lengths[j + 1] { leftIsNoShorter.set(i, j) }
      }
      below = lengths
    }
    var rows: [Row] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, x[i] == y[j] {
        rows.append(Row(left: a[i].index, right: b[j].index))
        i += 1
        j += 1
      } else if j == b.count || (i < a.count && leftIsNoShorter[i, j]) {
        rows.append(Row(left: a[i].index, right: nil))
        i += 1
      } else {
        rows.append(Row(left: nil, right: b[j].index))
        j += 1
      }
    }
    return rows
  }

  /// As many as are compared at the most: a longer run is compared up to there.
  private static let limit = 2_000

  private static func labelled(_ network: Network) -> [(index: Int, label: String)] {
    var result: [(index: Int, label: String)] = []
    for (index, occurrence) in network.transcript.enumerated() where result.count < limit {
      if let label = label(occurrence, network.settings.names) { result.append((index, label)) }
    }
    return result
  }

  // MARK: Lines

  /// Whether the runs differ and in how many places; where they do, both in two columns, and under each place where they
  /// part the clauses that make them.
  ///
  /// - Parameters:
  ///   - columns: the **columns** that a line may take, 40 ….
  ///   - isFolded: whether of what is the same in both only as much is told as stands next to a difference.
  public func lines(
    in language: Language, columns: Int = 80, glyphs: Glyphs = .unicode, isFolded: Bool = false
  ) -> [String] {
    var lines = wrap(sentence[language], columns: columns, glyphs: glyphs)
    guard differs || !isFolded else { return lines }
    lines += row(" ", runs[0].settings.profile.description, runs[1].settings.profile.description, columns, glyphs)
    lines.append(String(repeating: "─", count: columns))
    var index = 0
    while index < rows.count {
      let part = rows[index...].prefix { $0.isShared == rows[index].isShared }
      index += part.count
      if isFolded, part.first?.isShared == true {
        lines += folded(part, columns, glyphs, language)
        continue
      }
      lines += self.lines(of: part, columns, glyphs, language)
      if part.first?.isShared == false { lines += reasons(for: part, columns: columns, glyphs, language) }
    }
    return glyphs.set == .ascii ? lines.map(Self.inASCII) : lines
  }

  private var sentence: Localized {
    guard differs else { return Localized(zh: "两种配置下的运行完全相同。", en: "Under both profiles the runs are the same.") }
    let places = rows.indices.count { !rows[$0].isShared && ($0 == 0 || rows[$0 - 1].isShared) }
    return Localized(
      zh: "两种配置下的运行有 \(places) 处不同，各行以 ≠ 标出。",
      en: "Under the two profiles the runs differ in \(places.counted("place")), marked ≠.")
  }

  /// A stretch that is the same in both runs: what stands next to a difference, and how much more there is.
  private func folded(_ part: ArraySlice<Row>, _ columns: Int, _ glyphs: Glyphs, _ language: Language) -> [String] {
    let head = part.startIndex == rows.startIndex ? 0 : 1
    let tail = part.endIndex == rows.endIndex ? 0 : 1
    let count = part.count - head - tail
    guard count > 1 else { return lines(of: part, columns, glyphs, language) }
    let fold = Localized(zh: "  ⋯ \(count) 行相同", en: "  ⋯ \(count) the same")
    return lines(of: part.prefix(head), columns, glyphs, language) + [fold[language]]
      + lines(of: part.suffix(tail), columns, glyphs, language)
  }

  private func lines(
    of part: ArraySlice<Row>, _ columns: Int, _ glyphs: Glyphs, _ language: Language
  ) -> [String] {
    part.flatMap { row in
      self.row(row.isShared ? " " : "≠", text(row.left, 0, language), text(row.right, 1, language), columns, glyphs)
    }
  }

  /// Both sides beside each other, on as many lines as the longer one needs.
  private func row(_ mark: String, _ left: String, _ right: String, _ columns: Int, _ glyphs: Glyphs) -> [String] {
    let half = (columns - 5) / 2
    let (left, right) = (pieces(left, half, glyphs), pieces(right, half, glyphs))
    return (0..<max(left.count, right.count)).map { index in
      let first = index < left.count ? left[index] : ""
      let second = index < right.count ? right[index] : ""
      let padding = String(repeating: " ", count: max(0, half - glyphs.width(of: first)))
      let line = "\(index == 0 ? mark : " ") \(first)\(padding) │ \(second)"
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// A text in lines, all but the first indented.
  private func pieces(_ text: String, _ columns: Int, _ glyphs: Glyphs) -> [String] {
    guard glyphs.width(of: text) > columns else { return [text] }
    return wrap(text, columns: columns - 2, glyphs: glyphs).enumerated().map { ($0 == 0 ? "" : "  ") + $1 }
  }

  /// What happened, with the segment's number in its own run.
  private func text(_ index: Int?, _ side: Int, _ language: Language) -> String {
    guard let index else { return "" }
    let occurrence = runs[side].transcript[index]
    let names = runs[side].settings.displayNames(in: language)
    let host = names[occurrence.host]
    switch occurrence.kind {
    case .send(let segment, let number, let isRetransmission):
      let again = isRetransmission ? Localized(zh: " 重传", en: " again")[language] : ""
      return "\(host) #\(number)\(again) \(segment)"
    case .lost(_, let number): return Localized(zh: "#\(number) ✗ 丢失", en: "#\(number) ✗ lost")[language]
    case .deliver(let octets):
      return Localized(zh: "\(host) 收到 \(octets) 字节", en: "\(host) gets \(octets.counted("byte"))")[language]
        .withoutBlanksBetweenHan
    case .call, .state, .signal, .crash, .injected, .arrive, .duplicated, .held, .released, .timeout, .expect:
      return Self.label(occurrence, names) ?? ""
    }
  }

  private static func inASCII(_ line: String) -> String {
    let marks: [Character: Character] = ["─": "-", "│": "|", "≠": "!", "→": ">", "✗": "x", "⋯": "~"]
    return String(line.map { marks[$0] ?? $0 })
  }

  /// The clauses that fired on one side and not on the other, in what differs and in the event that led to it.
  private func reasons(
    for part: ArraySlice<Row>, columns: Int, _ glyphs: Glyphs, _ language: Language
  ) -> [String] {
    let sides = [rules(part, 0), rules(part, 1)]
    var lines: [String] = []
    for side in 0...1 {
      for rule in sides[side] where !sides[1 - side].contains(rule) && !Self.isUnremarkable(rule) {
        let provision = rule.provision
        let text = Localized(
          zh: "\(provision.chinese)（\(provision.chineseSource)）", en: "\(provision.english) (\(provision.source))")
        let head = "    \(runs[side].settings.profile): "
        let indent = String(repeating: " ", count: glyphs.width(of: head))
        for (number, line) in wrap(text[language], columns: columns - glyphs.width(of: head), glyphs: glyphs)
          .enumerated()
        {
          lines.append((number == 0 ? head : indent) + line)
        }
      }
    }
    return lines
  }

  /// Both profiles test the sequence number of every segment, each in its own words.
  private static func isUnremarkable(_ rule: Rule) -> Bool {
    rule == .sequenceIsAcceptable || rule == .linuxSequenceTest
  }

  /// The rules of the events that brought some occurrences about.
  ///
  /// Where a side has nothing of what the other has, what counts is the event by which it might have had it: the one
  /// that both had just before, if the other's came of that too, else the next arrival.
  private func rules(_ part: ArraySlice<Row>, _ side: Int) -> [Rule] {
    let transcript = runs[side].transcript
    let indices = part.compactMap { $0[side] }
    guard indices.isEmpty else { return Self.distinct(indices.flatMap { transcript[$0].rules }) }
    let before = rows[..<part.startIndex].last
    if let before, let index = before[side], let shared = before[1 - side], let first = part.first?[1 - side],
      event(of: shared, 1 - side) == event(of: first, 1 - side)
    {
      return Array(transcript[index].rules)
    }
    let next = before?[side].map { $0 + 1 } ?? 0
    let arrival =
      transcript.indices[min(next, transcript.count)...].first { transcript[$0].isArrival }
      ?? transcript.indices[..<min(next, transcript.count)].last { transcript[$0].isArrival }
    return Self.distinct(arrival.map { Array(transcript[$0].rules) } ?? [])
  }

  private func event(of index: Int, _ side: Int) -> Int32 { runs[side].transcript[index].event }

  private static func distinct(_ rules: [Rule]) -> [Rule] {
    var distinct: [Rule] = []
    for rule in rules where !distinct.contains(rule) { distinct.append(rule) }
    return distinct
  }
}

/// A table of bits.
private struct BitTable {
  private let columns: Int
  private var words: [UInt64]

  init(rows: Int, columns: Int) {
    self.columns = columns
    words = Array(repeating: 0, count: rows * columns / 64 + 1)
  }

  subscript(row: Int, column: Int) -> Bool {
    let place = row * columns + column
    return words[place / 64] & 1 << UInt64(place % 64) != 0
  }

  mutating func set(_ row: Int, _ column: Int) {
    let place = row * columns + column
    words[place / 64] |= 1 << UInt64(place % 64)
  }
}

extension Occurrence {
  fileprivate var isArrival: Bool {
    if case .arrive = kind { true } else { false }
  }
}
