import Testing

/// The real program in terminals with eight colours or none, and without dim or reverse.
@Suite(.serialized, .timeLimit(.minutes(1))) struct `In a poor terminal` {
  /// The numbers of the foreground colours that are asked for.
  private func colours(in text: String) -> Set<Int> {
    let sequences = text.split(separator: "\u{1B}[").dropFirst().compactMap { sequence -> String? in
      let parameters = sequence.prefix { $0.isNumber || $0 == ";" }
      return sequence.dropFirst(parameters.count).first == "m" ? String(parameters) : nil
    }
    return Set(
      sequences.flatMap { $0.split(separator: ";").compactMap { Int($0) } }.filter {
        (30...38).contains($0) || (90...97).contains($0)
      })
  }

  @Test(arguments: [("xterm", true), ("linux", true), ("ansi", true), ("vt100", false), ("xterm-mono", false)])
  func `A chapter is shown and gone through with what colours there are`(term: String, hasColours: Bool) throws {
    let program = try OtherSide("learn", "fixture", "--lang", "en", environment: ["TERM": term])
    var sent = try program.read(until: "1/9")
    try program.type("\r\r\r")
    try program.type("l")
    sent += try program.read(until: "有丢失的释放")
    try program.type("q")
    #expect(program.end() == 0)
    let colours = colours(in: sent)
    // Eight colours have numbers of two digits; 38 would begin one of a larger palette.
    #expect(hasColours ? !colours.isEmpty && colours.isSubset(of: Set(30...37)) : colours.isEmpty, "\(colours)")
  }
}
