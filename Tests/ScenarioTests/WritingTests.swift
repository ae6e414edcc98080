import Scenario
import Simulation
import TCP
import Testing

@Suite struct `Lines that are written` {
  /// At least one of each kind of action; hosts have names of their own.
  private static let lines = [
    "Alice listen", "Alice connect", "服务器 send 100", "Alice receive", "服务器 close", "Alice abort", "Alice status",
    "Alice crash", "step", "step 3", "settle", "wait 1.6s", "wait 0.000000001s", "wait 999999999.123456789s",
    "wait until Alice FIN-WAIT-2", "lose next 服务器 SYN,ACK", "lose next 服务器 SYN,ACK x2", "duplicate next Alice SYN",
    "hold next Alice FIN,ACK x10000", "delay next Alice ACK 5s", "delay next Alice none 0.05s x3", "lose #3",
    "duplicate #3", "hold #3", "delay #3 5s", "deliver #3", "release", "release #3", "overtake",
    "inject 服务器 SYN seq=90", "inject 服务器 SYN,ACK seq=4294967295 ack=0", "inject Alice none seq=0 ack=7 len=10",
    "expect Alice SYN-SENT", "expect Alice SYN-SENT, 服务器 LISTEN", "expect sent 服务器 SYN,ACK",
    "expect sent 服务器 SYN,ACK seq=300 ack=101 len=0", "expect sent Alice nothing",
    "expect signal Alice \"connection reset\"", "expect in flight 2",
  ]

  private static let settings = "hosts Alice 服务器\nAlice window 1000\n服务器 window 2000\n"

  @Test(arguments: lines)
  func `are the lines that were read`(line: String) throws {
    let action = try #require(try actions(Self.settings + line).first)
    #expect(ActionWriter(names: Pair("Alice", "服务器")).line(of: action) == line)
  }

  @Test func `read as the same actions whatever way they were written`() throws {
    let script = """
      client listen // a comment
      CLIENT Connect
      wait 1.5min
      wait 2msl
      wait .5s
      expect client syn_sent , server fin wait 2
      inject client ACK len=5
      expect signal server "Error: connection refused"
      """
    let names = Pair("client", "server")
    for action in try actions(script) {
      let line = ActionWriter(names: names).line(of: action)
      #expect(try actions(line) == [action], "\(line)")
    }
  }

  @Test func `There is a line for every kind of action`() throws {
    let kinds = Set(try Self.lines.map { kind(of: try #require(try actions(Self.settings + $0).first)) })
    // Thirteen, and calls, plans and expectations, which have kinds of their own.
    #expect(kinds.count == 13 + Call.kinds.count + 4 + 5, "\(kinds.sorted())")
  }

  /// A further kind of action does not compile here until it has its line above.
  private func kind(of action: Action) -> String {
    switch action {
    case .call(_, let call): "call \(call.keyword)"
    case .crash: "crash"
    case .step: "step"
    case .settle: "settle"
    case .wait: "wait"
    case .waitUntil: "wait until"
    case .plan(let fault):
      switch fault.kind {
      case .lose: "plan lose"
      case .duplicate: "plan duplicate"
      case .hold: "plan hold"
      case .delay: "plan delay"
      }
    case .lose: "lose"
    case .duplicate: "duplicate"
    case .hold: "hold"
    case .delay: "delay"
    case .deliver: "deliver"
    case .release: "release"
    case .overtake: "overtake"
    case .inject: "inject"
    case .expect(let expectation):
      switch expectation {
      case .states: "expect states"
      case .sent: "expect sent"
      case .sentNothing: "expect nothing"
      case .signal: "expect signal"
      case .inFlight: "expect in flight"
      }
    }
  }
}
