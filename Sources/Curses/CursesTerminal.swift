import CCurses
import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The terminal on standard input and output, by way of ncursesw.
///
/// The program's entry makes one and hands it to the loop; there is one at a time, used from one thread. While it is
/// open the screen is the alternate one. However the process ends (``close()``, `exit`, a signal that asks, a crash),
/// the terminal is given back as it was found; only SIGKILL and SIGSTOP leave no time for it.
public final class CursesTerminal: Terminal {
  /// What a role looks like here: a pair of colours, 0 for the terminal's own, and how many colours there are.
  private let pairs: [Int32]
  private let colors: Int
  private let theme: Theme
  private var keyboard: Keyboard
  private let encoder = CellEncoder { Int(ccurses_width($0)) }
  /// What is on the screen; nil where that is unknown.
  private var shown: (surface: Surface, cursor: Point?)?
  private var isOpen = true

  /// Takes the terminal over.
  ///
  /// Sets the process's locale from the environment; where that knows only ASCII, C.UTF-8 is tried.
  ///
  /// - Parameters:
  ///   - theme: the colours of roles.
  ///   - color: whether to use them; without, attributes remain and no escape code for colour is sent.
  ///   - mouse: whether clicks and the wheel come as input, and not as the terminal's own selection and scrolling.
  /// - Throws: ``TerminalError``, with the terminal untouched.
  public init(theme: Theme = .dark, color: Bool = true, mouse: Bool = true) throws(TerminalError) {
    try CursesTerminal.open()
    self.theme = theme
    colors = color && theme != .mono ? Int(ccurses_start_color()) : 0
    pairs = CursesTerminal.definePairs(of: theme, colors: colors)
    keyboard = Keyboard { getenv($0).map { String(cString: $0) } }
    isMouseOn = mouse
    ccurses_set_mouse(mouse)
  }

  deinit {
    if isOpen { ccurses_close() }
  }

  // MARK: What it is

  /// Whether the terminal is told UTF-8; where not, only ASCII is certain to be shown.
  public var isUTF8: Bool { ccurses_is_utf8() }

  /// What lines are best drawn with here.
  public var glyphs: Glyphs { Glyphs(isUTF8 ? .unicode : .ascii, widths: .standard) }

  /// How many colours are in use; 0 for none.
  public var colorCount: Int { colors }

  public var now: Moment { .now }

  public var size: Size { Size(columns: Int(ccurses_columns()), rows: Int(ccurses_rows())) }

  /// Whether clicks and the wheel come as input; may be changed at any time.
  public var isMouseOn: Bool {
    didSet { if isOpen { ccurses_set_mouse(isMouseOn) } }
  }

  /// The columns that the C library gives to a scalar, for comparison with ``DisplayWidth``; nil where it has none.
  ///
  /// The answer depends on the locale, which is set when a terminal is opened.
  public static func libraryWidth(of scalar: Unicode.Scalar) -> Int? {
    let width = Int(ccurses_width(scalar.value))
    return width < 0 ? nil : width
  }

  // MARK: Terminal

  /// Shows a surface; what is shown already isn't sent again, and the same surface again sends nothing.
  public func present(_ surface: Surface, cursor: Point?) {
    guard isOpen else { return }
    let size = size
    let cursor = cursor.flatMap { Rect(x: 0, y: 0, width: size.columns, height: size.rows).contains($0) ? $0 : nil }
    let former = shown.flatMap { $0.surface.size == surface.size ? $0.surface : nil }
    if former == nil { ccurses_erase() }
    let runs = CellRun.changes(from: former, to: surface, within: size, encoder)
    if let shown, former != nil, runs.isEmpty, shown.cursor == cursor { return }
    for run in runs {
      let attributes = theme.attributes(of: run.style, colors: colors)
      let pair = pairs[Int(run.style.role.rawValue)]
      run.codePoints.withUnsafeBufferPointer {
        ccurses_put(Int32(run.x), Int32(run.y), $0.baseAddress, Int32($0.count), attributes.curses, pair)
      }
    }
    ccurses_flush(Int32(cursor?.x ?? -1), Int32(cursor?.y ?? -1))
    shown = (surface, cursor)
  }

  public func wait(until deadline: Moment?, watching descriptors: [Int32]) -> Wakeup {
    var wakeup = Wakeup()
    while takeSignals(&wakeup) {
      // What is there already is taken at once.
      let limit = wakeup.inputs.isEmpty ? [deadline?.nanoseconds, keyboard.deadline].compactMap(\.self).min() : 0
      guard let ready = readability(of: [ccurses_wake_descriptor(), STDIN_FILENO] + descriptors, until: limit) else {
        wakeup.ending = .endOfInput
        break
      }
      let (hasSignal, hasKeys) = (ready[0], ready[1])
      if hasSignal { continue }
      if hasKeys {
        guard let inputs = keyboard.read(most: Wakeup.mostInputs - wakeup.inputs.count) else {
          wakeup.ending = .endOfInput
          break
        }
        wakeup.inputs += inputs
      } else if let expiry = keyboard.deadline, expiry <= now.nanoseconds {
        wakeup.inputs += keyboard.expire()
      }
      wakeup.readable = zip(descriptors, ready[2...]).filter(\.1).map(\.0)
      let mayHaveMore = hasKeys && wakeup.inputs.count < Wakeup.mostInputs - 1
      let isOver = deadline.map { $0.nanoseconds <= now.nanoseconds } ?? false
      if isOver || !wakeup.isEmpty && !mayHaveMore { break }
    }
    return wakeup
  }

  /// Acts upon signals.
  ///
  /// - Returns: false where the terminal's time is over.
  private func takeSignals(_ wakeup: inout Wakeup) -> Bool {
    guard isOpen else {
      wakeup.ending = .endOfInput
      return false
    }
    var isRedrawn = false
    let signal = ccurses_take_signals(&isRedrawn)
    if signal != 0 {
      wakeup.ending = .signal(signal)
      return false
    }
    if isRedrawn {
      shown = nil
      // Only the last size counts, however many there were while a window was drawn larger.
      if case .resize? = wakeup.inputs.last { wakeup.inputs.removeLast() }
      wakeup.inputs.append(.resize(size))
    }
    return true
  }

  public func suspend() {
    guard isOpen else { return }
    ccurses_suspend()
    shown = nil
  }

  public func close() {
    guard isOpen else { return }
    isOpen = false
    shown = nil
    ccurses_close()
  }

  // MARK: Opening

  private static func open() throws(TerminalError) {
    let status = ccurses_open()
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    switch Int(status) {
    case Int(CCURSES_OK): return
    case Int(CCURSES_NOT_A_TERMINAL): throw .notATerminal
    case Int(CCURSES_UNKNOWN_TERMINAL): throw .unknownTerminal(name: name)
    case Int(CCURSES_INCAPABLE): throw .incapable(name: name)
    case Int(CCURSES_ALREADY_OPEN): throw .alreadyOpen
    default: throw .systemRefused
    }
  }

  /// The pair of each role, by raw value; 0 where a role has no colour or the terminal no room for it.
  private static func definePairs(of theme: Theme, colors: Int) -> [Int32] {
    guard colors > 0 else { return Array(repeating: 0, count: Role.allCases.count) }
    return Role.allCases.map { role in
      let foreground = theme.foreground(of: role)?.number(among: colors) ?? -1
      let ground = theme.ground(of: role, colors: colors) ?? -1
      guard foreground >= 0 || ground >= 0 else { return 0 }
      let pair = Int32(role.rawValue) + 1
      return ccurses_define_pair(pair, Int32(foreground), Int32(ground)) ? pair : 0
    }
  }
}
