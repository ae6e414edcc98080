import Support
import TCP
import Testing

@testable import Quiz

/// A question for each machine, of the very point that it has wrong.
private let telltales: [(machine: String, item: String)] = [
  (
    "ack-takes-a-number",
    """
    scenario: |
      server listen
      client connect
      settle
      client send 10
    ask: { kind: field, segment: 4, of: [seq] }
    proof: { seq: 101 }
    """
  ),
  (
    "fin-takes-none",
    """
    scenario: |
      server listen
      client connect
      settle
      client close
    ask: { kind: next-segment, host: server }
    proof: { flags: ACK, seq: 301, ack: 102 }
    """
  ),
  (
    "syn-ack-acknowledges-isn",
    """
    scenario: |
      server listen
      client connect
    ask: { kind: next-segment, host: server }
    proof: { flags: [SYN, ACK], seq: 300, ack: 101 }
    """
  ),
  (
    "no-half-close",
    """
    scenario: |
      server listen
      client connect
      settle
      client close
      settle
      server send 10
    ask: { kind: next-segment, host: client }
    proof: { flags: ACK, seq: 102, ack: 311 }
    """
  ),
  (
    "third-ack-by-timer",
    """
    scenario: |
      server listen
      lose next client ACK
      client connect
      step 2
    ask: { kind: next-segment, host: server }
    proof: { flags: [SYN, ACK], seq: 300, ack: 101 }
    """
  ),
  (
    "reset-is-acknowledged",
    """
    scenario: |
      server listen
      client connect
      settle
      client abort
    ask: { kind: reply, host: server }
    proof: nothing
    """
  ),
  (
    "closing-is-skipped",
    """
    scenario: |
      server listen
      client connect
      settle
      client close
      server close
      step
    ask: { kind: state, host: server }
    proof: CLOSING
    """
  ),
  (
    "2msl-not-restarted",
    """
    scenario: |
      server listen
      client connect
      settle
      client close
      settle
      lose next client ACK
      server close
      settle
      wait 2s
    ask: { kind: timer, host: client, asks: when }
    proof: { timer: 2MSL, at: 239 }
    """
  ),
  ("passive-closer-waits", scenario(release) + "ask: { kind: state, host: server }\nproof: CLOSED"),
  ("nobody-waits", scenario(release) + "ask: { kind: state, host: client }\nproof: TIME-WAIT"),
]

/// Nothing is lost, the client closes first, and the server then.
private let release = "server listen\nclient connect\nsettle\nclient close\nsettle\nserver close\nsettle"

private func scenario(_ lines: String) -> String {
  "scenario: |\n" + lines.split(separator: "\n").map { "  \($0)\n" }.joined()
}

private func item(_ text: String) throws -> Item {
  let form = text.contains("kind: who") ? "choice" : "typed"
  let lines = text.split(separator: "\n").map { "  \($0)\n" }.joined()
  return try ItemReader.read(
    "- id: x\n  revision: 1\n  chapter: c\n  exams: []\n  sources: []\n  form: \(form)\n\(lines)", file: "items.yaml")[
      0]
}

@Suite struct `The mistakes of broken machines` {
  @Test(arguments: telltales) func `Each makes its own`(machine: String, text: String) throws {
    let item = try item(text)
    #expect(!item.isFailed(by: .rfc9293))
    #expect(Profile.broken.filter(item.isFailed).map(\.name).contains(machine))
  }

  @Test func `No two make the same`() throws {
    let items = try telltales.map { try item($0.item) }
    let failed = Profile.broken.map { machine in items.map { $0.isFailed(by: machine) } }
    #expect(Set(failed).count == Profile.broken.count)
    for (machine, failed) in zip(Profile.broken, failed) { #expect(failed.contains(true), "\(machine)") }
  }

  @Test(arguments: [("passive-closer-waits", "server"), ("nobody-waits", "neither"), ("rfc9293", "client")])
  func `Who waits in TIME-WAIT is what sets two of them apart`(name: String, host: String) throws {
    let machine = try #require((Profile.broken + [.rfc9293]).first { $0.name == name })
    let item = try item(scenario(release) + "ask: { kind: who, enters: TIME-WAIT }\nproof: \(host)")
    #expect(!item.isFailed(by: machine))
  }

  @Test func `They can be played through any opening and release without a trap`() throws {
    let deeds = [
      "client close", "server close", "client send 10", "server send 10", "client abort", "settle", "step",
    ]
    for machine in Profile.broken {
      for first in deeds {
        for second in deeds {
          for third in ["client close", "server close", "wait 10min"] {
            let lines = ["server listen", "client connect", "settle", first, second, third, "wait 10min"]
            let item = try item(
              scenario(lines.joined(separator: "\n")) + "ask: { kind: state, host: client }\nproof: CLOSED")
            _ = item.isFailed(by: machine)
          }
        }
      }
    }
  }
}
