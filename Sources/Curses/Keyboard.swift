import CCurses
import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Keys and the mouse on standard input.
struct Keyboard {
  private var decoder: KeyDecoder
  private let delay: EscapeDelay
  /// When what has begun ends without more, nanoseconds of a ``Moment``; nil where nothing has.
  private(set) var deadline: Int64?

  /// - Parameter variable: the value of a variable in the environment.
  init(variable: (String) -> String?) {
    decoder = KeyDecoder(described: Self.described)
    delay = EscapeDelay(variable: variable)
  }

  /// Takes in what has been typed; where there is nothing, it waits.
  ///
  /// - Parameter most: how many inputs may come of it, 2 or more.
  /// - Returns: **inputs** in order, none where no key is complete; nil where the terminal is gone.
  mutating func read(most: Int) -> [Input]? {
    // One byte more may come out as a key than went in: the Escape before it.
    var buffer = [UInt8](repeating: 0, count: most - 1)
    var count = 0
    repeat {
      count = systemRead(STDIN_FILENO, &buffer, buffer.count)
    } while count < 0 && errno == EINTR
    guard count > 0 else { return nil }
    let inputs = decoder.feed(Array(buffer[..<count]))
    deadline = decoder.pending.map { Moment.now.nanoseconds + delay.after($0) }
    return inputs
  }

  /// Nothing more came before the deadline.
  mutating func expire() -> [Input] {
    deadline = nil
    return decoder.end()
  }

  // MARK: The terminal's description

  /// The sequences that the terminal's description has for keys.
  private static var described: [[UInt8]: Key] {
    let names: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("kpp", .pageUp), ("knp", .pageDown),
      ("khome", .home), ("kfnd", .home), ("kend", .end), ("kslt", .end), ("kent", .enter), ("kbs", .backspace),
      ("kdch1", .delete), ("kcbt", .backTab),
    ]
    let sequences = names.compactMap { name, key in
      ccurses_capability(name).map { (Array(String(cString: $0).utf8), key) }
    }
    return Dictionary(sequences, uniquingKeysWith: { first, _ in first })
  }
}

// The function of the system whose name the member has.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
