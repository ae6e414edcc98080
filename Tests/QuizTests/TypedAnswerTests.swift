import Simulation
import TCP
import Testing

@testable import Quiz

private let stateAsk = ask("{ kind: state, host: client }")
private let numbersAsk = ask("{ kind: field, segment: 3, of: [seq, ack] }")
private let segmentAsk = ask("{ kind: next-segment, host: server }")

private func isUnreadable(_ typed: String, _ ask: any Ask) -> Bool {
  do throws(Answer.Unreadable) {
    _ = try Answer.read(typed, for: ask)
    return false
  } catch {
    return !error.hint.zh.isEmpty && !error.hint.en.isEmpty && error.hint.zh != error.hint.en
  }
}

@Suite struct `A state that is typed` {
  @Test(arguments: State.allCases)
  func `Its own name is read in any case`(state: State) throws {
    #expect(try Answer.read(state.description, for: stateAsk) == .state(state))
    #expect(try Answer.read(state.description.lowercased(), for: stateAsk) == .state(state))
    #expect(
      try Answer.read(state.description.split(separator: "-").joined(separator: "_"), for: stateAsk) == .state(state))
  }

  @Test(
    arguments: [
      ("SYN_RCVD", .synReceived), ("SYN-RECV", .synReceived), ("syn rcvd", .synReceived), ("SynReceived", .synReceived),
      ("syn sent", .synSent), ("SYNSENT", .synSent), ("estab", .established), (" ESTABLISHED ", .established),
      ("listening", .listen), ("close", .closed), ("FIN_WAIT1", .finWait1), ("fin wait 2", .finWait2),
      ("timewait", .timeWait), ("同步已发送", .synSent), ("同步已收到", .synReceived),
      ("终止等待－１", .finWait1), ("ＴＩＭＥ－ＷＡＩＴ 状态", .timeWait), ("侦听", .listen), ("LAST_ACK", .lastAck),
      ("Close Wait", .closeWait), ("closing", .closing),
    ] as [(String, State)])
  func `Other usual spellings are read`(typed: String, state: State) throws {
    #expect(try Answer.read(typed, for: stateAsk) == .state(state))
  }

  @Test(arguments: ["", " ", "OPEN", "SYN", "FIN-WAIT", "FIN-WAIT-3", "ESTABLISHED LISTEN", "1", "已建立"])
  func `Anything else is asked for again`(typed: String) {
    #expect(isUnreadable(typed, stateAsk))
  }
}

@Suite struct `Fields that are typed` {
  @Test(arguments: [
    "101 301", "seq=101 ack=301", "SEQ=101 ACK=301", "seq=101 301", "101 ack=301", " 101  301 ", "101\t301", "101，301",
    "101、301", "seq=101， ack=301", "0101 301", "101,301", "101, 301", "seq=101, ack=301", "１０１ ３０１", "ｓｅｑ＝１０１，ａｃｋ＝３０１",
    "101\u{3000}301", "seq 101 ack 301", "seq: 101, ack: 301", "序号=101，确认号=301", "序号：101，确认号：301", "（seq=101, ack=301）",
  ])
  func `Numbers are read with and without names`(typed: String) throws {
    #expect(try Answer.read(typed, for: numbersAsk).text(in: .en) == "seq=101  ack=301")
  }

  @Test(arguments: [
    "", "101", "101 301 5", "ack=301 seq=101", "101 -1", "101 x", "seq= ack=301", "101 4294967296", "0x65 301",
    "+101 301", "seq=+101 301", "一 二",
  ])
  func `Anything else is asked for again`(typed: String) {
    #expect(isUnreadable(typed, numbersAsk))
  }

  @Test(arguments: ["SYN,ACK 5", "syn+ack len=5", "ACK,SYN length=5", "SYN，ACK 5", "SYN ACK 5", "SYN、ACK，5"])
  func `Control bits and lengths are read`(typed: String) throws {
    let asked = ask("{ kind: field, segment: 1, of: [flags, length] }")
    #expect(try Answer.read(typed, for: asked).text(in: .en) == "SYN,ACK  len=5")
  }

  @Test func `The whole sequence space can be typed`() throws {
    #expect(try Answer.read("0 4294967295", for: numbersAsk).text(in: .zh) == "seq=0  ack=4294967295")
  }

  @Test(arguments: ["4294967296", "99999999999999999999999"])
  func `A number outside it is told to be one`(typed: String) {
    do throws(Answer.Unreadable) {
      _ = try Answer.read(typed, for: ask("{ kind: field, segment: 3, of: [seq] }"))
      Issue.record("it is no sequence number")
    } catch {
      #expect(error.hint.en.contains("4294967295") && error.hint.zh.contains("4294967295"))
    }
  }

  @Test func `A hint names the fields in their order`() {
    #expect(throws: Answer.Unreadable.self) { try Answer.read("?", for: numbersAsk) }
    do throws(Answer.Unreadable) {
      _ = try Answer.read("?", for: ask("{ kind: field, segment: 1, of: [flags, seq] }"))
    } catch {
      #expect(error.hint.en == "write, in this order: SYN,ACK seq=…")
      #expect(error.hint.zh == "请依次写：SYN,ACK seq=…")
    }
  }
}

@Suite struct `A segment that is typed` {
  private func segment(_ control: ControlBits, _ seq: UInt32, _ ack: UInt32 = 0, text: Int = 0) -> Answer {
    .segment(Segment(seq: SequenceNumber(seq), ack: SequenceNumber(ack), control: control, text: text))
  }

  @Test(arguments: [
    "SYN,ACK seq=300 ack=101", "SYN,ACK 300 101", "syn,ack 300 101", "ACK,SYN seq=300 ack=101", "syn+ack 300 101",
    "SYN,ACK seq=300，ack=101", "SYN, ACK seq=300 ack=101", "SYN，ACK seq=300 ack=101", "SYN ACK 300 101",
    "ＳＹＮ，ＡＣＫ ３００ １０１", "SYN-ACK 300 101", "SYN/ACK 300 101", "SYN＋ACK 300 101", "synack 300 101", "ACKSYN 300 101",
    "[SYN, ACK] seq=300 ack=101", "SYN=1, ACK=1, seq=300, ack=101", "SYN=1 ACK=1 FIN=0 seq=300 ack=101",
    "SYN-ACK seq 300 ack 101", "SYN、ACK 序号 300 确认号 101",
  ])
  func `A SYN,ACK is read in every spelling`(typed: String) throws {
    #expect(try Answer.read(typed, for: segmentAsk) == segment([.syn, .ack], 300, 101))
  }

  @Test func `Without the ACK bit there is no acknowledgment number`() throws {
    #expect(try Answer.read("SYN 300", for: segmentAsk) == segment(.syn, 300))
    #expect(try Answer.read("RST seq=91", for: segmentAsk) == segment(.rst, 91))
    #expect(isUnreadable("SYN seq=300 ack=101", segmentAsk))
  }

  @Test func `Data has its length behind the numbers`() throws {
    for typed in ["ACK 101 301 5", "ACK seq=101 ack=301 len=5", "ack 101 301 length=5"] {
      #expect(try Answer.read(typed, for: segmentAsk) == segment(.ack, 101, 301, text: 5))
    }
    #expect(try Answer.read("ACK 101 301 0", for: segmentAsk) == segment(.ack, 101, 301))
  }

  @Test(arguments: ["nothing", "NOTHING", "none", "无", "没有", "不发", "不应答", "什么也不发"])
  func `No segment at all is an answer`(typed: String) throws {
    #expect(try Answer.read(typed, for: segmentAsk) == .nothing)
  }

  @Test(arguments: ["", "ACK", "ACK 101", "SYN", "SYN,FOO 1 2", "300 101", "ACK 101 301 5 7", "ACK x y", "nothing 1"])
  func `Anything else is asked for again`(typed: String) {
    #expect(isUnreadable(typed, segmentAsk))
  }
}

@Suite struct `Answers in three notations` {
  /// Both ISNs are far from everything, so that a number of one notation is none of another.
  private func question() throws -> Question {
    try asked(
      "{ kind: field, segment: 3, of: [seq, ack] }", scenario: "client isn 5000\nserver isn 90000\n" + opened,
      catalogue: fixtureCatalogue())
  }

  @Test func `are written and read in the notation that is shown`() throws {
    let question = try question()
    #expect(question.text(of: question.key, in: .en) == "seq=5001  ack=90001")
    #expect(question.text(of: question.key, in: .en, .relative) == "seq=1  ack=1")
    #expect(question.text(of: question.key, in: .en, .letters) == "seq=x+1  ack=y+1")
    #expect(question.situation(.letters)[0].en == "Initial sequence numbers: the client x, the server y")
    for notation in NumberNotation.allCases {
      for option in question.options {
        let text = question.text(of: option, in: .en, notation)
        #expect((try? question.read(text, notation)) == option, "\(text) in \(notation)")
        #expect(question.options.count { question.text(of: $0, in: .en, notation) == text } == 1, "\(text)")
      }
    }
    #expect(try question.read("seq = x + 1, ack = Y+1", .letters) == question.key)
  }

  @Test func `are right in another notation where they mean nobody's answer in the one that is shown`() throws {
    let question = try question()
    #expect(try question.read("x+1 y+1", .absolute) == question.key)
    #expect(try question.read("5001 90001", .letters) == question.key)
    #expect(try question.read("5001 90001", .relative) == question.key)
    #expect(try question.read("1 1", .letters) == question.key)
    #expect(try !question.isCorrect(question.read("x y", .letters)))
    #expect(throws: Answer.Unreadable.self) { try question.read("4294967296 1", .absolute) }
  }
}

@Suite struct `A digit where a number is due` {
  private func question(_ isn: UInt32) throws -> Question {
    try asked(
      "{ kind: field, segment: 3, of: [seq] }", scenario: "client isn \(isn)\n" + opened, form: "typed",
      catalogue: fixtureCatalogue())
  }

  @Test func `may be meant for an option where the key has three digits more`() throws {
    let question = try question(5000)
    for typed in ["2", "4", "９", " 4 "] { #expect(question.mayMeanAnOption(typed), "\(typed)") }
    #expect(!question.mayMeanAnOption("1"), "which is right, counted from the ISN")
    for typed in ["0", "12", "5001", "seq=4", "x", ""] { #expect(!question.mayMeanAnOption(typed), "\(typed)") }
  }

  @Test func `is a number like any other where the key is short, in the notation that is shown`() throws {
    #expect(try !question(100).mayMeanAnOption("4"))
    #expect(try !question(5000).mayMeanAnOption("4", .relative))
    #expect(try !question(5000).mayMeanAnOption("4", .letters))
  }
}
