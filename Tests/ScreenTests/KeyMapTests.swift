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

  private func hints(_ language: Language, _ columns: Int) -> String {
    map.hints(in: language, columns: columns).map(\.text).joined()
  }

  @Test func `A key does what its binding says`() {
    #expect(map.action(for: .enter) == .forward)
    #expect(map.action(for: .control("c")) == .quit)
    #expect(map.action(for: .character("c")) == nil)
    #expect(map.duplicates == [])
  }

  @Test func `Of two bindings of a key the earlier counts, and the later is told of`() {
    let label = Localized(zh: "甲", en: "a")
    let map = KeyMap<Action>([.init([.up], .back, label), .init([.down, .up], .forward, label)])
    #expect(map.action(for: .up) == .back)
    #expect(map.duplicates == [.up])
  }

  @Test(arguments: [
    (80, "空格 下一步   b 退一步   ? 帮助   q 退出"), (40, "空格 下一步   b 退一步   ? 帮助   q 退出"),
    (39, "空格 下一步   b 退一步   q 退出"), (30, "空格 下一步   ? 帮助   q 退出"), (20, "空格 下一步   q 退出"), (19, "空格 下一步"),
    (10, "q 退出"), (5, ""), (0, ""),
  ])
  func `The hint bar fits its width, and keeps what matters most`(columns: Int, bar: String) {
    #expect(hints(.zh, columns) == bar)
    #expect(hints(.zh, columns).displayWidth <= columns)
  }

  @Test func `The hint bar has keys and labels in their roles`() {
    #expect(
      map.hints(in: .en, columns: 20) == [
        Span("Space", .key), Span(" next", .keyLabel), Span("   "), Span("q", .key), Span(" quit", .keyLabel),
      ])
  }

  @Test func `The help page has a row for every binding`() {
    #expect(
      map.help(in: .en, columns: 50, drawing: .ascii).map { $0.map(\.text).joined() } == [
        "Space  Right  Enter  next", "b  Left              back", "p                    play",
        "?                    help", "q  Ctrl-C            quit",
      ])
    #expect(map.rows(in: .zh).map(\.keys) == ["空格  →  回车", "b  ←", "p", "?", "q  Ctrl-C"])
    #expect(map.rows(in: .zh).map(\.label) == ["下一步", "退一步", "播放", "帮助", "退出"])
  }

  @Test(arguments: 0...30)
  func `The help page fits any width`(columns: Int) {
    for line in map.help(in: .zh, columns: columns) {
      // A wide character and its indent take three columns, come what may.
      #expect(line.map(\.text).joined().displayWidth <= max(columns, 3))
    }
  }

  @Test func `Roles that are told apart differ without colour`() {
    let pairs: [(Role, Role)] = [
      (.correct, .wrong), (.state, .newState), (.segment, .segmentInFlight), (.segment, .lost),
      (.segment, .retransmission), (.segment, .injected), (.lost, .retransmission), (.retransmission, .injected),
      (.key, .keyLabel), (.text, .selected), (.text, .warning), (.text, .link), (.text, .code),
    ]
    for (one, other) in pairs {
      #expect(one.attributes != other.attributes, "\(one) and \(other)")
    }
    #expect(Style(.title, adding: .reverse).attributes == [.bold, .reverse])
  }
}
