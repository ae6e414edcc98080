import Bilingual
import Screen
import Testing

@Suite struct `Key map` {
  enum Action: Hashable, Sendable { case forward, back, play, help, quit }

  private let map = KeyMap<Action>([
    .init([.character(" "), .right, .enter], .forward, Localized(zh: "下一步", en: "next"), hint: .always),
    .init([.character("b"), .left], .back, Localized(zh: "退一步", en: "back")),
    .init([.character("p")], .play, Localized(zh: "播放", en: "play"), hint: .never),
    .init([.character("?")], .help, Localized(zh: "帮助", en: "help")),
    .init([.character("q"), .control("c")], .quit, Localized(zh: "退出", en: "quit"), hint: .always),
  ])

  private func bar(_ lines: [KeyLine], _ language: Language, _ columns: Int) -> String {
    lines.hints(in: language, columns: columns, glyphs: .unicode).map { $0.spans.map(\.text).joined() }
      .joined(separator: String(repeating: " ", count: KeyHint.gap))
  }

  private func hints(_ language: Language, _ columns: Int) -> String {
    bar(map.lines, language, columns)
  }

  @Test func `A key does what its binding says`() {
    #expect(map.meaning(of: .enter) == .action(.forward))
    #expect(map.meaning(of: .control("c")) == .action(.quit))
    #expect(map.meaning(of: .character("c")) == nil)
    #expect(map.lines.duplicates == [])
  }

  @Test func `Of two bindings of a key the earlier counts, and the later is told of`() {
    let label = Localized(zh: "甲", en: "a")
    let map = KeyMap<Action>([.init([.up], .back, label), .init([.down, .up], .forward, label)])
    #expect(map.meaning(of: .up) == .action(.back))
    #expect(map.lines.duplicates == [.up])
  }

  @Test(arguments: [
    (80, "空格 下一步   b 退一步   ? 帮助   q 退出"), (40, "空格 下一步   b 退一步   ? 帮助   q 退出"),
    (39, "空格 下一步   b 退一步   q 退出"), (30, "空格 下一步   ? 帮助   q 退出"), (20, "空格 下一步   q 退出"), (19, "空格 下一步"),
    (10, "q 退出"), (5, ""), (0, ""),
  ])
  func `The hint bar fits its width, and keeps what matters most`(columns: Int, bar: String) {
    #expect(hints(.zh, columns) == bar)
    #expect(DisplayWidth.standard.width(of: hints(.zh, columns)) <= columns)
  }

  @Test func `The hint bar has keys and labels in their roles`() {
    #expect(
      map.lines.hints(in: .en, columns: 20, glyphs: .unicode).map(\.spans) == [
        [Span("Space", .key), Span(" next", .keyLabel)], [Span("q", .key), Span(" quit", .keyLabel)],
      ])
  }

  @Test func `The hint bar has six hints at most, and help and the way back are among them`() {
    let lines = (0..<9).map { KeyLine([.character(Character(String($0)))], Localized(zh: "甲", en: "a"), hint: .always) }
    let back = KeyLine([.escape], Localized(zh: "返回", en: "back"), hint: .fixed)
    #expect(bar([back] + lines, .en, 300) == "0 a   1 a   2 a   3 a   4 a   Esc back")
  }

  @Test func `A hint stands for its first key, and for none where several have a name together`() {
    let several = KeyLine([.character("1"), .character("2")], Localized(zh: "选", en: "choose"), name: "1-2")
    let hints = (map.lines + [several]).hints(in: .en, columns: 80, glyphs: .unicode)
    #expect(hints.map(\.key) == [.character(" "), .character("b"), .character("?"), .character("q"), nil])
  }

  @Test func `The help page has a row for every binding`() {
    #expect(
      map.lines.help(in: .en, columns: 50, glyphs: .ascii).map { $0.map(\.text).joined() } == [
        "Space  Right  Enter  next", "b  Left              back", "p                    play",
        "?                    help", "q  Ctrl-C            quit",
      ])
  }

  @Test func `What is refused says why, is not hinted at, and the help page has the reason`() {
    let reason = Localized(zh: "先作答", en: "answer first")
    let map = KeyMap<Action>([
      .init([.right], .forward, Localized(zh: "下一步", en: "next"), hint: .always, refusal: reason),
      .init([.left], .back, Localized(zh: "上一步", en: "back")),
    ])
    #expect(map.meaning(of: .right) == .refused(reason) && map.meaning(of: .left) == .action(.back))
    #expect(bar(map.lines, .en, 80) == "← back")
    #expect(
      map.lines.help(in: .en, columns: 50, glyphs: .unicode).map { $0.map(\.text).joined() } == [
        "→  next  answer first", "←  back",
      ])
  }

  @Test func `Keys that have a name together go by it`() {
    let line = KeyLine([.character("1"), .character("2")], Localized(zh: "选", en: "choose"), name: "1-2")
    #expect(bar([line], .en, 80) == "1-2 choose")
    #expect([line].help(in: .zh, columns: 80, glyphs: .unicode).map { $0.map(\.text).joined() } == ["1-2  选"])
  }

  @Test(arguments: 0...30)
  func `The help page fits any width`(columns: Int) {
    for line in map.lines.help(in: .zh, columns: columns, glyphs: .unicode) {
      // A wide character and its indent take three columns, come what may.
      #expect(DisplayWidth.standard.width(of: line.map(\.text).joined()) <= max(columns, 3))
    }
  }

  @Test func `Roles that are told apart differ without colour`() {
    let pairs: [(Role, Role)] = [
      (.correct, .wrong), (.key, .keyLabel), (.text, .selected), (.text, .nowYou), (.text, .link), (.text, .code),
      (.first, .lost), (.second, .lost), (.strong, .field),
    ]
    for (one, other) in pairs {
      #expect(one.attributes != other.attributes, "\(one) and \(other)")
    }
    #expect(Style(.title, adding: .reverse).attributes == [.bold, .reverse])
  }
}
