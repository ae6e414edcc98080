import Bilingual
import Figures
import Scenario
import TCP
import Testing

/// What a receiver did is told by what it did.
@Suite struct `What became of an arrival` {
  private func receptions(_ script: String) throws -> [Localized] {
    let transcript = try played(script).transcript
    return transcript.indices.compactMap { index in
      Reception(transcript[index...].prefix { $0.event == transcript[index].event })?.words
    }
  }

  static let cases: [(script: String, zh: [String], en: [String])] = [
    ("server listen\nclient connect\nsettle", [], []),
    (
      "server listen\nlose next client ACK\nclient connect\nwait 1.5s", ["重复：再次确认"], ["old: ACK again"]
    ),
    ("server listen\nlose next server SYN,ACK\nclient connect\nwait 1.05s", ["重复：再发 SYN,ACK"], ["old: SYN,ACK again"]),
    ("client connect\nstep", ["没有连接：回 RST,ACK"], ["no connection: RST,ACK"]),
    ("server listen\ninject server ACK seq=1 ack=5", ["不可接受：回 RST"], ["unacceptable: RST"]),
    ("server listen\ninject server RST seq=1", ["不必处理"], ["nothing to do"]),
    ("server listen\nclient connect\nsettle\ninject server SYN seq=101", ["回挑战 ACK"], ["challenge ACK"]),
    ("server listen\nclient connect\nsettle\ninject server RST seq=90", ["丢弃"], ["dropped"]),
    (
      "server listen\nclient connect\nsettle\ninject server ACK seq=70000 ack=301", ["不可接受：回 ACK"],
      ["unacceptable: ACK"]
    ),
    ("profile linux\nclient connect\ninject client RST,ACK seq=0 ack=55", ["不可接受：再发 SYN"], ["unacceptable: SYN again"]),
  ]

  @Test(arguments: cases.indices)
  func `is told by what was done`(row: Int) throws {
    let (script, zh, en) = Self.cases[row]
    let told = try receptions(script)
    #expect(told.map(\.zh) == zh, "\(script)")
    #expect(told.map(\.en) == en, "\(script)")
  }

  /// “Dropped” beside a lost segment reads as lost.
  @Test func `is never called dropped where something was sent`() throws {
    for script in Self.cases.map(\.script) {
      let transcript = try played(script).transcript
      for index in transcript.indices {
        let event = transcript[index...].prefix { $0.event == transcript[index].event }
        let answers = event.contains { if case .send = $0.kind { true } else { false } }
        if Reception(event) == .dropped { #expect(!answers) }
      }
    }
  }
}
