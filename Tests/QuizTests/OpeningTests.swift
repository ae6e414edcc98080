import Bilingual
import Scenario
import Simulation
import Testing

@testable import Quiz

/// The stem of a prediction that has none of its own, after these lines, before that beat.
private func stem(_ ask: String, after lines: String, playing beat: String) throws -> Localized {
  let script = try ScriptParser.parse(lines + "\n" + beat, file: "chapter.md")
  let count = script.statements.count - beat.split(separator: "\n").count
  var before = Run(script.settings, file: "")
  for statement in script.statements[..<count] { before.play(statement) }
  return try Prediction(reading: "ask: \(ask)", file: "chapter.md", firstLine: 1).question(
    before: before, playing: Array(script.statements[count...]), misconceptions: fixtureCatalogue(), seed: 1
  ).stem()
}

private let opening = "server listen\nclient connect"

@Suite struct `A prediction without a stem` {
  @Test(arguments: [
    (
      "{ kind: state, host: client }", "server listen", "client connect", "客户端调用 connect() 之后，它处于什么状态？",
      "The client calls connect(). What state is it in then?"
    ),
    (
      "{ kind: next-segment, host: server }", opening, "step", "客户端的 SYN 到达服务器之后，服务器接着发送什么？",
      "The client's SYN arrives at the server. What does the server send next?"
    ),
    (
      "{ kind: state, host: client }", opening, "lose next server SYN,ACK\nstep",
      "客户端的 SYN 到达服务器，服务器的 SYN,ACK 丢失之后，客户端处于什么状态？",
      "The client's SYN arrives at the server. The server's SYN,ACK is lost. What state is the client in then?"
    ),
    (
      "{ kind: field, segment: 3, of: [seq, ack] }", opening + "\nstep", "step",
      "服务器的 SYN,ACK 到达客户端。第 3 个报文段由客户端发送，它的序号和确认号各是什么？",
      "The server's SYN,ACK arrives at the client. The client sends segment 3. What are its sequence number and "
        + "acknowledgment number?"
    ),
    (
      "{ kind: field, segment: 4, of: [seq] }", opened, "client send 5\nstep",
      "客户端发送 5 字节数据。第 4 个报文段由客户端发送，它的序号是什么？",
      "The client sends 5 bytes of data. The client sends segment 4. What is its sequence number?"
    ),
    (
      "{ kind: states }", opened, "client close\nstep", "客户端调用 close()，客户端的 FIN,ACK 到达服务器。这之后客户端和服务器各处于什么状态？",
      "The client calls close(). The client's FIN,ACK arrives at the server. What states are the client and the server in "
        + "then, in this order?"
    ),
    (
      "{ kind: reply, host: server }", opening, "step", "服务器处于 LISTEN，收到 SYN seq=100。它回复什么？",
      "The server is in LISTEN and receives SYN seq=100. What does it reply?"
    ),
    (
      "{ kind: state, host: server }", opening + "\nhold next server SYN,ACK\nstep", "release\nwait 1s",
      "服务器的 SYN,ACK 重新上路，过了 1 秒，服务器的 SYN,ACK 到达客户端，客户端的 ACK 到达服务器之后，服务器处于什么状态？",
      "The server's SYN,ACK is on its way again. 1 s goes by. The server's SYN,ACK arrives at the client. The client's ACK "
        + "arrives at the server. What state is the server in then?"
    ),
    (
      "{ kind: next-segment, host: client }", "client connect", "inject client SYN,ACK seq=90 ack=7",
      "一个旧的报文段 SYN,ACK seq=90 ack=7 到达客户端之后，客户端接着发送什么？",
      "An old segment, SYN,ACK seq=90 ack=7, arrives at the client. What does the client send next?"
    ),
    (
      "{ kind: path, host: server }", opened, "client close\nsettle\nserver close\nsettle",
      "客户端调用 close()，客户端的 FIN,ACK 到达服务器，服务器的 ACK 到达客户端，服务器调用 close()，服务器的 FIN,ACK 到达客户端，客户端的 ACK 到达服务器。服务器依次经过哪些状态？从起始状态写起。",
      "The client calls close(). The client's FIN,ACK arrives at the server. The server's ACK arrives at the client. The "
        + "server calls close(). The server's FIN,ACK arrives at the client. The client's ACK arrives at the server. Which "
        + "states does the server go through, in order, starting with the one it begins in?"
    ),
    (
      "{ kind: rule, host: server }", opened, "client close\nstep", "客户端调用 close()，客户端的 FIN,ACK 到达服务器之后，服务器的做法依据哪一条规则？",
      "The client calls close(). The client's FIN,ACK arrives at the server. Which rule explains what the server does then?"
    ),
    (
      "{ kind: outcome, host: client }", opened, "server abort\nstep", "服务器调用 abort()，服务器的 RST 到达客户端。客户端的应用程序最后得到什么通知？",
      "The server calls abort(). The server's RST arrives at the client. What is the last thing that the application at the "
        + "client is told?"
    ),
    (
      "{ kind: who, ends: TIME-WAIT }", opened, "client crash\nserver send 5\nstep",
      "客户端崩溃后重启，服务器发送 5 字节数据，服务器的 5 字节数据到达客户端。最后哪一端处于 TIME-WAIT？",
      "The client crashes and restarts. The server sends 5 bytes of data. The server's 5 bytes of data arrive at the client. "
        + "Which end is left in TIME-WAIT?"
    ),
    (
      "{ kind: timer, host: client }", opening, "step", "此时客户端的哪个计时器最先到期？",
      "Which of the client's timers expires first?"
    ),
    (
      "{ kind: order, of: calls }", "", "server listen\nclient connect", "按先后排列这些调用。",
      "Put the calls in the order in which they are made."
    ),
  ])
  func `tells what its beat does, and asks of what comes then`(
    ask: String, lines: String, beat: String, zh: String, en: String
  ) throws {
    let stem = try stem(ask, after: lines, playing: beat)
    #expect(stem.zh == zh)
    #expect(stem.en == en)
  }

  @Test func `tells of much in few words`() throws {
    let stem = try stem("{ kind: state, host: server }", after: opened, playing: "client send 9000\nsettle")
    #expect(stem.zh == "客户端发送 9000 字节数据，途中的报文段和对它们的应答全部送达之后，服务器处于什么状态？")
    #expect(
      stem.en
        == "The client sends 9000 bytes of data. All that is under way arrives, and all that answers it. What state is the "
        + "server in then?")
  }

  @Test func `calls hosts as its chapter does`() throws {
    let stem = try stem("{ kind: state, host: ann }", after: "hosts ann bob", playing: "ann connect")
    #expect(stem.zh == "ann 调用 connect() 之后，它处于什么状态？")
    #expect(stem.en == "ann calls connect(). What state is it in then?")
  }
}
