import CCurses
import Screen
import Testing

@testable import Curses

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct `Styles for curses` {
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
