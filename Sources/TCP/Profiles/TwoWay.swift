extension Profile {
  /// What if two segments were enough: a server is ESTABLISHED on sending its SYN,ACK, and waits for no third.
  public static let twoWay = Profile("two-way", rfc9293.traits) { $0.isEstablishedBySynAck = true }
}
