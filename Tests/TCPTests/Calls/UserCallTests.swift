import TCP
import Testing

/// RFC 9293 §3.10.1 to §3.10.6: every call in every state.
///
/// A cell is what the caller is told, the state that follows where it is another, and what is sent:
/// `→` next state · `+SYN` `+FIN` `+RST` `+text` the segment · `ok` taken · a word of `errors`: refused with that text.
@Suite struct `§3.10.1–6 User calls` {
  static let table = """
                         OPEN-passive  OPEN-active    OPEN-nowhere  SEND           RECEIVE  CLOSE            ABORT        STATUS
    CLOSED               →LISTEN       →SYN-SENT+SYN  remote        none           none     none             none         none
    LISTEN               exists        →SYN-SENT+SYN  remote        →SYN-SENT+SYN  ok       →CLOSED          →CLOSED      ok
    SYN-SENT             exists        exists         exists        ok             ok       →CLOSED          →CLOSED      ok
    SYN-RECEIVED         exists        exists         exists        ok             ok       →FIN-WAIT-1+FIN  →CLOSED+RST  ok
    ESTABLISHED          exists        exists         exists        ok+text        ok       →FIN-WAIT-1+FIN  →CLOSED+RST  ok
    FIN-WAIT-1           exists        exists         exists        closing        ok       closing          →CLOSED+RST  ok
    FIN-WAIT-2           exists        exists         exists        closing        ok       closing          →CLOSED+RST  ok
    CLOSE-WAIT           exists        exists         exists        ok+text        closing  →LAST-ACK+FIN    →CLOSED+RST  ok
    CLOSING              exists        exists         exists        closing        closing  closing          →CLOSED      ok
    LAST-ACK             exists        exists         exists        closing        closing  closing          →CLOSED      ok
    TIME-WAIT            exists        exists         exists        closing        closing  closing          →CLOSED      ok
    """

  static let errors = [
    "none": "error: connection does not exist",
    "exists": "error: connection already exists",
    "remote": "error: remote socket unspecified",
    "closing": "error: connection closing",
  ]

  static let calls: [Call] = [
    .openPassive, .openActive(), .openActive(remoteSpecified: false), .send(octets: 10), .receive, .close, .abort,
    .status,
  ]

  /// A situation and a call, and the cell where they meet.
  struct Cell: CustomTestStringConvertible {
    var situation: Situation
    var call: Call
    var text: String
    var testDescription: String { "\(call) in \(situation): \(text)" }
  }

  static let cells: [Cell] = Situation.allCases.flatMap { situation in
    let row = table.split(separator: "\n").map { $0.split(separator: " ") }.first { $0[0] == "\(situation.state)" }!
    return zip(calls, row.dropFirst()).map { Cell(situation: situation, call: $0, text: String($1)) }
  }

  @Test func `The table has every state and every call`() {
    #expect(Self.cells.count == Situation.allCases.count * 8)
  }

  @Test(arguments: cells, [Profile.rfc9293, .rfc793])
  func `Every call in every state`(cell: Cell, profile: Profile) {
    var endpoint = Endpoint(cell.situation, profile: profile)
    let before = endpoint.tcb
    let parts = cell.text.split(separator: "+", maxSplits: 1).map(String.init)
    let (nxt, rcv) = (cell.situation.sendNext, cell.situation.receiveNext)
    let next = parts[0].hasPrefix("→") ? State(spelling: parts[0].dropFirst()) : cell.situation.state
    let sends: [Segment] =
      switch parts.dropFirst().first {
      case nil: []
      case "SYN": [.syn(Number.iss)]
      case "FIN": [.finAck(nxt, rcv)]
      case "RST": [.rst(nxt)]
      case "text": [.ack(nxt, rcv, text: 10)]
      case let other: preconditionFailure("no segment \(other!)")
      }
    let transition = endpoint.calls(cell.call, nil, to: next!, sends: sends, fails: nil)
    if let error = Self.errors[parts[0]] {
      #expect(transition.outcome.description == error)
      #expect(endpoint.tcb == before, "a refused call changes nothing")
    } else {
      #expect(transition.outcome == .accepted)
    }
    if endpoint.state == .closed { #expect(endpoint.tcb == Endpoint().tcb, "CLOSED is no TCB at all") }
    #expect(!transition.rules.isEmpty)
  }

  @Test func `The errors are the RFC's words`() {
    #expect(
      CallError.allCases.filter { $0 != .wouldBlock }.map(\.description).sorted() == [
        "error: connection already exists", "error: connection closing", "error: connection does not exist",
        "error: remote socket unspecified",
      ])
  }
}
