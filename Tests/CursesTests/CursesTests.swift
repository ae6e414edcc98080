import CCurses
import Screen
import Testing

@testable import Curses

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct `Input from curses` {
  private func input(_ kind: Int, value: Int = 0, x: Int32 = 0, y: Int32 = 0) -> Input? {
    let event = ccurses_input(kind: Int32(kind), value: UInt32(value), x: x, y: y)
    return Input(event, size: Size(columns: 80, rows: 24))
  }

  @Test(
    arguments: [
      (0x20, .character(" ")), (0x71, .character("q")), (0x4E2D, .character("中")), (0x01, .control("a")),
      (0x1A, .control("z")), (0x08, .backspace), (0x7F, .backspace), (0x09, .tab), (0x0A, .enter), (0x0D, .enter),
      (0x1B, .escape),
    ] as [(Int, Key)])
  func `A code point is a key`(codePoint: Int, key: Key) {
    #expect(input(CCURSES_CHARACTER, value: codePoint) == .key(key))
  }

  @Test(arguments: [0x00, 0x1C, 0x1F, 0x80, 0x9B, 0xD800, 0x110000])
  func `What is no character is no key`(codePoint: Int) {
    #expect(input(CCURSES_CHARACTER, value: codePoint) == nil)
  }

  @Test func `Every function key is a key of its own`() {
    let keys = (CCURSES_KEY_UP...CCURSES_KEY_BACKTAB).compactMap { Key(functionKey: $0) }
    #expect(Set(keys).count == CCURSES_KEY_BACKTAB + 1)
    #expect(input(CCURSES_KEY, value: CCURSES_KEY_LEFT) == .key(.left))
    #expect(input(CCURSES_KEY, value: 99) == nil)
  }

  @Test func `All else comes as what it is`() {
    #expect(input(CCURSES_TIMEOUT) == .timeout)
    #expect(input(CCURSES_RESIZE) == .resize(Size(columns: 80, rows: 24)))
    #expect(input(CCURSES_CLICK, x: 9, y: 4) == .click(Point(x: 9, y: 4)))
    #expect(input(CCURSES_SCROLL_UP) == .scrollUp)
    #expect(input(CCURSES_SCROLL_DOWN) == .scrollDown)
    #expect(input(CCURSES_TERMINATED, value: 15) == .terminated(signal: 15))
    #expect(input(CCURSES_END) == .endOfInput)
  }

  @Test func `Attributes go to curses one by one`() {
    #expect(Attributes().curses == 0)
    #expect(Attributes([.bold, .reverse]).curses == UInt32(CCURSES_BOLD | CCURSES_REVERSE))
    #expect(Attributes([.dim, .underline]).curses == UInt32(CCURSES_DIM | CCURSES_UNDERLINE))
  }
}

@Suite struct `Opening a terminal` {
  @Test(.enabled(if: isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0))
  func `What is no terminal is refused`() {
    #expect(throws: TerminalError.notATerminal) { try CursesTerminal() }
  }

  @Test(arguments: [
    TerminalError.notATerminal, .unknownTerminal(name: "xterm"), .unknownTerminal(name: ""), .incapable(name: "dumb"),
    .alreadyOpen, .systemRefused,
  ])
  func `Every error is a sentence in both languages`(error: TerminalError) {
    #expect(error.message.en.hasSuffix("."))
    #expect(error.message.zh.hasSuffix("。"))
  }

  @Test func `An error names the terminal`() {
    #expect(TerminalError.unknownTerminal(name: "xterm-9").message.zh.contains("xterm-9"))
    #expect(TerminalError.incapable(name: "dumb").message.en.contains("dumb"))
  }
}
