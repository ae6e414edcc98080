import Notation
import Scenario
import Testing

/// A script, played, in JSON Lines.
private func lines(_ source: String) throws -> [String] {
  JSONLines.lines(of: Run(playing: try ScriptParser.parse(source, file: "test")).network)
}

@Suite struct `JSON Lines` {
  @Test func `The handshake`() throws {
    let rules = ["seq-acceptable", "syn-received-ack", "ack-new"].map { "\"\($0)\"" }.joined(separator: ",")
    #expect(
      try lines("server listen\nclient connect\nsettle\nexpect client ESTABLISHED") == [
        #"{"tcptutor":1,"hosts":["client","server"],"profile":"rfc9293"}"#,
        #"{"time":0,"host":"server","event":"call","call":"listen","result":"ok"}"#,
        #"{"time":0,"host":"server","event":"state","from":"CLOSED","to":"LISTEN","rules":["open-passive"]}"#,
        #"{"time":0,"host":"client","event":"call","call":"connect","result":"ok"}"#,
        #"{"time":0,"host":"client","event":"send","segment":1,"flags":["SYN"],"seq":100,"ack":null,"length":0,"#
          + #""retransmission":false,"rules":["open-active"]}"#,
        #"{"time":0,"host":"client","event":"state","from":"CLOSED","to":"SYN-SENT","rules":["open-active"]}"#,
        #"{"time":0.05,"host":"server","event":"arrive","segment":1,"flags":["SYN"],"seq":100,"ack":null,"length":0,"#
          + #""outcome":"accepted","rules":["listen-syn"]}"#,
        #"{"time":0.05,"host":"server","event":"send","segment":2,"flags":["SYN","ACK"],"seq":300,"ack":101,"#
          + #""length":0,"retransmission":false,"rules":["listen-syn"]}"#,
        #"{"time":0.05,"host":"server","event":"state","from":"LISTEN","to":"SYN-RECEIVED","rules":["listen-syn"]}"#,
        #"{"time":0.1,"host":"client","event":"arrive","segment":2,"flags":["SYN","ACK"],"seq":300,"ack":101,"#
          + #""length":0,"outcome":"accepted","rules":["syn-sent-syn-ack"]}"#,
        #"{"time":0.1,"host":"client","event":"send","segment":3,"flags":["ACK"],"seq":101,"ack":301,"length":0,"#
          + #""retransmission":false,"rules":["syn-sent-syn-ack"]}"#,
        #"{"time":0.1,"host":"client","event":"state","from":"SYN-SENT","to":"ESTABLISHED","#
          + #""rules":["syn-sent-syn-ack"]}"#,
        #"{"time":0.15,"host":"server","event":"arrive","segment":3,"flags":["ACK"],"seq":101,"ack":301,"length":0,"#
          + #""outcome":"accepted","rules":[\#(rules)]}"#,
        #"{"time":0.15,"host":"server","event":"state","from":"SYN-RECEIVED","to":"ESTABLISHED","rules":[\#(rules)]}"#,
        #"{"time":0.15,"host":"client","event":"expect","text":"expect client ESTABLISHED","holds":true}"#,
      ])
  }

  @Test func `What befalls segments on their way`() throws {
    let segment = #""segment":1,"flags":["SYN"],"seq":100,"ack":null,"length":0}"#
    let events = try lines("server listen\nhold next client SYN\nclient connect\nrelease\nduplicate #1\nlose #1")
    #expect(
      events.filter { $0.contains(segment) }
        == ["held", "released", "duplicated", "lost"].map {
          #"{"time":0,"host":"client","event":"\#($0)",\#(segment)"#
        })
  }

  @Test func `An injected segment has no number`() throws {
    let events = try lines("inject server RST seq=7")
    #expect(
      events.dropFirst() == [
        #"{"time":0,"host":"server","event":"injected","segment":null,"flags":["RST"],"seq":7,"ack":null,"length":0}"#,
        #"{"time":0,"host":"server","event":"arrive","segment":null,"flags":["RST"],"seq":7,"ack":null,"length":0,"#
          + #""outcome":"dropped","rules":["closed-rst"]}"#,
      ])
  }

  @Test func `Calls tell their result, and bear their rules where they do nothing else`() throws {
    let events = try lines("server listen\nserver receive\nserver status\nclient send 5\nserver close\nclient crash")
    #expect(
      events.dropFirst(3) == [
        #"{"time":0,"host":"server","event":"call","call":"receive","result":"ok","rules":["receive-queued"]}"#,
        #"{"time":0,"host":"server","event":"call","call":"status","result":"state = LISTEN","rules":["status"]}"#,
        #"{"time":0,"host":"client","event":"call","call":"send","length":5,"#
          + #""result":"error: connection does not exist","rules":["send-closed"]}"#,
        #"{"time":0,"host":"server","event":"call","call":"close","result":"ok"}"#,
        #"{"time":0,"host":"server","event":"signal","signal":"closing","call":"receive","rules":["close-listen"]}"#,
        #"{"time":0,"host":"server","event":"state","from":"LISTEN","to":"CLOSED","rules":["close-listen"]}"#,
        #"{"time":0,"host":"client","event":"crash"}"#,
      ])
  }

  @Test func `Timeouts, deliveries and failed expectations`() throws {
    let events = try lines(
      """
      server listen
      client connect
      settle
      server receive
      client send 5
      settle
      lose next client FIN,ACK
      client close
      wait 1s
      expect client CLOSED
      """)
    #expect(events.contains { $0.hasPrefix(#"{"time":0.2,"host":"server","event":"deliver","length":5,"rules":["#) })
    #expect(events.contains { $0.contains(#""event":"timeout","timer":"retransmission","rules":["#) })
    #expect(events.contains { $0.contains(#""retransmission":true"#) })
    #expect(events.last?.hasSuffix(#""event":"expect","text":"expect client CLOSED","holds":false}"#) == true)
  }

  @Test func `Names are escaped`() throws {
    #expect(try lines("hosts 甲 乙\n甲 connect")[0] == #"{"tcptutor":1,"hosts":["甲","乙"],"profile":"rfc9293"}"#)
  }
}
