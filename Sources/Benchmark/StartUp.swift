/// From start to first painted screen, beside a program that only paints one.
struct StartUp {
  let folder: String
  let rounds: Int

  struct Result {
    let bare: Duration
    let tutor: Duration

    var ratio: Double { tutor / bare }
  }

  /// - Returns: the medians; nil where a program did not start.
  func measure() -> Result? {
    var bare: [Duration] = []
    var tutor: [Duration] = []
    // In turn, so that what else the machine does falls on both.
    for _ in 0..<rounds {
      guard let first = time(["\(folder)/bare-curses"], until: "ready"),
        let second = time(["\(folder)/tcptutor", "--lang", "en", "learn", "three-way-handshake"], until: "help")
      else { return nil }
      bare.append(first)
      tutor.append(second)
    }
    return Result(bare: bare.median, tutor: tutor.median)
  }

  private func time(_ arguments: [String], until marker: String) -> Duration? {
    let start = ContinuousClock.now
    guard let terminal = PseudoTerminal(arguments) else { return nil }
    defer { terminal.kill() }
    guard terminal.bytes(until: marker) != nil else { return nil }
    return ContinuousClock.now - start
  }
}

extension [Duration] {
  var median: Duration { sorted()[count / 2] }
}
