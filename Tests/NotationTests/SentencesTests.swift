import Bilingual
import Notation
import Screen
import Simulation
import Testing

@Suite struct `A run in sentences` {
  private func lines(_ source: String, _ language: Language, _ glyphs: Glyphs = .unicode) throws -> [String] {
    let network = try RunToExport("told", source).played()
    return Sentences(names: network.settings.names, language: language, glyphs: glyphs).lines(of: network.transcript)
  }

  private static let lost = """
    lose next client SYN
    client connect
    wait 1s
    inject client RST seq=0 ack=1
    client status
    client abort
    """

  @Test func `Each thing that happens is a sentence`() throws {
    #expect(
      try lines(Self.lost, .en) == [
        "0 s  client calls connect()", "0 s  client sends #1: SYN seq=100", "0 s  #1 is lost on the way",
        "0 s  client: CLOSED → SYN-SENT", "1 s  client's retransmission timer fires",
        "1 s  client sends again, as #2: SYN seq=100", "1 s  An old segment for client turns up: RST seq=0",
        "1 s  RST seq=0 arrives at client; dropped", "1 s  client calls status()", "1 s  client calls abort()",
        "1 s  client: SYN-SENT → CLOSED",
      ])
    #expect(
      try lines(Self.lost, .zh, .ascii) == [
        "0 s  client 调用 connect()", "0 s  client 发送 #1：SYN seq=100", "0 s  #1 在途中丢失",
        "0 s  client：CLOSED -> SYN-SENT", "1 s  client 的重传计时器到期", "1 s  client 重传 #2：SYN seq=100",
        "1 s  网络中出现一个发往 client 的旧报文段：RST seq=0", "1 s  RST seq=0 到达 client，丢弃",
        "1 s  client 调用 status()", "1 s  client 调用 abort()", "1 s  client：SYN-SENT -> CLOSED",
      ])
  }

  @Test func `Calls say what they were given, and why they were refused`() throws {
    let told = try lines(
      "client send 5\nserver listen\nclient connect\nsettle\nserver receive\nclient send 5\nsettle", .en)
    #expect(told.first == "0 s  client calls send(5), refused: error: connection does not exist")
    #expect(told.contains { $0.hasSuffix("s  client calls send(5)") })
    #expect(told.contains { $0.hasSuffix("server's user gets 5 bytes") })
  }

  @Test(arguments: RunToExport.all) func `Everything but claims is told, in both languages`(run: RunToExport) throws {
    let network = try run.played()
    let claims = network.transcript.count { if case .expect = $0.kind { true } else { false } }
    for language in Language.allCases {
      let told = Sentences(names: network.settings.names, language: language).lines(of: network.transcript)
      #expect(told.count == network.transcript.count - claims && told.allSatisfy { !$0.isEmpty })
    }
  }
}
