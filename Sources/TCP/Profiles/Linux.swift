extension Profile {
  /// What Linux 6 does, as recorded from its kernel.
  public static let linux = Profile("linux") {
    $0.procedures = .linux
    $0.timers = .linux
    $0.window = 44 * 1460
    // TIME-WAIT lasts 60 s.
    $0.maximumSegmentLifetime = .seconds(30)
    // Its numbers grow with the clock.
    $0.numbersPerRound = 1_000_000
    $0.finRidesOnText = true
    $0.hasCongestionWindow = true
    $0.showsItsWholeState = false
  }
}
