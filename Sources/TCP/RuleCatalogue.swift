/// Where a rule stands, and what it says in one line.
public struct Provision: Sendable {
  public enum Document: Hashable, Sendable {
    case rfc9293, rfc5961, rfc6298
    /// The letter of RFC 9293 contradicts itself or its figures here; this is the reading that agrees with them.
    case repair
    /// What Linux 6 does; the section is the kernel's function.
    case linux
    /// What is not TCP, and only asks "what if"; the section is the profile that does it.
    case whatIf

    public var name: String {
      switch self {
      case .rfc9293, .repair: "RFC 9293"
      case .rfc5961: "RFC 5961"
      case .rfc6298: "RFC 6298"
      case .linux: "Linux"
      case .whatIf: "Not TCP"
      }
    }
  }

  public let identifier: String
  public let document: Document
  /// The section, `3.10.7.4`.
  public let section: String
  /// The step or state within the section, in English; empty where there is none.
  public let step: String
  /// The same in Chinese.
  public let chineseStep: String
  public let english: String
  public let chinese: String

  fileprivate init(
    _ identifier: String, _ document: Document, _ section: String, _ step: String, _ chineseStep: String,
    _ english: String, _ chinese: String
  ) {
    self.identifier = identifier
    self.document = document
    self.section = section
    self.step = step
    self.chineseStep = chineseStep
    self.english = english
    self.chinese = chinese
  }

  /// `RFC 9293 §3.10.7.4, step 5`, in English; a repair is called one. The steps are RFC 9293's, also of what RFC 5961
  /// says.
  public var source: String {
    switch document {
    case .rfc9293, .rfc6298: "\(document.name) §\(section)" + (step.isEmpty ? "" : ", \(step)")
    case .rfc5961: "\(document.name) §\(section); RFC 9293 §3.10.7.4, \(step)"
    case .repair: "\(document.name) §\(section), \(step), repaired"
    case .linux: "Linux \(section)"
    case .whatIf: "Not TCP, what if: \(section)"
    }
  }

  /// `RFC 9293 §3.10.7.4 第 5 步`.
  public var chineseSource: String {
    switch document {
    case .rfc9293, .rfc6298: "\(document.name) §\(section)" + (chineseStep.isEmpty ? "" : " \(chineseStep)")
    case .rfc5961: "\(document.name) §\(section)；RFC 9293 §3.10.7.4 \(chineseStep)"
    case .repair: "\(document.name) §\(section) \(chineseStep)（修补）"
    case .linux: "Linux \(section)"
    case .whatIf: "假设，不是 TCP：\(section)"
    }
  }
}

extension Rule {
  /// The catalogue.
  public var provision: Provision {
    switch self {
    // §3.10.1 OPEN
    case .openPassive:
      Provision(
        "open-passive", .rfc9293, "3.10.1", "CLOSED", "CLOSED",
        "A passive open sets up a TCB and waits in LISTEN; nothing is sent.",
        "被动打开：建立 TCB，进入 LISTEN 等待，不发送任何报文段。")
    case .openActive:
      Provision(
        "open-active", .rfc9293, "3.10.1", "CLOSED", "CLOSED",
        "An active open chooses an ISN, sends a SYN and enters SYN-SENT.",
        "主动打开：选定初始序号（ISN），发送 SYN，进入 SYN-SENT。")
    case .openActiveFromListen:
      Provision(
        "open-active-from-listen", .rfc9293, "3.10.1", "LISTEN", "LISTEN",
        "An active open in LISTEN makes the connection active: it sends a SYN and enters SYN-SENT.",
        "在 LISTEN 中主动打开：由被动转为主动，发送 SYN，进入 SYN-SENT。")
    case .openWithoutRemote:
      Provision(
        "open-without-remote", .rfc9293, "3.10.1", "LISTEN", "LISTEN",
        "An active open has to name the remote socket.",
        "主动打开必须指明远端套接字。")
    case .openOnExistingConnection:
      Provision(
        "open-existing", .rfc9293, "3.10.1", "all other states", "其余状态",
        "A connection that exists can't be opened again.",
        "连接已经存在，不能再次打开。")
    // §3.10.2 SEND
    case .sendWithoutConnection:
      Provision(
        "send-closed", .rfc9293, "3.10.2", "CLOSED", "CLOSED",
        "Without a connection there is nothing to send on.",
        "没有连接，无从发送。")
    case .sendOpensListener:
      Provision(
        "send-in-listen", .rfc9293, "3.10.2", "LISTEN", "LISTEN",
        "send() in LISTEN opens actively: it sends a SYN and enters SYN-SENT; the data wait.",
        "在 LISTEN 中调用 send() 等于主动打开：发送 SYN，进入 SYN-SENT，数据先排队。")
    case .sendWaitsForEstablished:
      Provision(
        "send-queued", .rfc9293, "3.10.2", "SYN-SENT, SYN-RECEIVED", "SYN-SENT, SYN-RECEIVED",
        "Data wait until the connection is ESTABLISHED.",
        "数据先排队，等进入 ESTABLISHED 再发送。")
    case .sendText:
      Provision(
        "send-text", .rfc9293, "3.10.2", "ESTABLISHED, CLOSE-WAIT", "ESTABLISHED, CLOSE-WAIT",
        "Data go out in segments that also acknowledge what has come.",
        "数据装入报文段发送，并捎带确认。")
    case .sendAfterClose:
      Provision(
        "send-after-close", .rfc9293, "3.10.2", "after CLOSE", "CLOSE 之后",
        "After close() nothing more can be sent.",
        "已经调用 close()，不能再发送。")
    // §3.10.3 RECEIVE
    case .receiveWithoutConnection:
      Provision(
        "receive-closed", .rfc9293, "3.10.3", "CLOSED", "CLOSED",
        "Without a connection there is nothing to receive from.",
        "没有连接，无从接收。")
    case .receiveWaits:
      Provision(
        "receive-queued", .rfc9293, "3.10.3", "until text arrives", "数据到达之前",
        "receive() waits until there are data for it.",
        "没有数据可取，receive() 先等着。")
    case .receiveText:
      Provision(
        "receive-text", .rfc9293, "3.10.3", "ESTABLISHED to FIN-WAIT-2", "ESTABLISHED 至 FIN-WAIT-2",
        "receive() takes the data that have arrived in order.",
        "receive() 取走已按序到达的数据。")
    case .receiveLastText:
      Provision(
        "receive-last-text", .rfc9293, "3.10.3", "CLOSE-WAIT", "CLOSE-WAIT",
        "After the peer's FIN receive() gets only what has come already and is still unread.",
        "对方已发 FIN，receive() 只能取走已收到而未读的数据。")
    case .receiveAfterLastText:
      Provision(
        "receive-after-last-text", .rfc9293, "3.10.3", "CLOSE-WAIT", "CLOSE-WAIT",
        "After the peer's FIN, with everything read, there is nothing more to receive.",
        "对方已发 FIN，收到的数据也已读完，再无可收。")
    case .receiveAfterClose:
      Provision(
        "receive-after-close", .rfc9293, "3.10.3", "CLOSING, LAST-ACK, TIME-WAIT", "CLOSING, LAST-ACK, TIME-WAIT",
        "Both directions are closed; nothing more can be received.",
        "两个方向都已关闭，不能再接收。")
    // §3.10.4 CLOSE
    case .closeWithoutConnection:
      Provision(
        "close-closed", .rfc9293, "3.10.4", "CLOSED", "CLOSED",
        "There is no connection to close.",
        "没有连接可关闭。")
    case .closeInListen:
      Provision(
        "close-listen", .rfc9293, "3.10.4", "LISTEN", "LISTEN",
        "close() in LISTEN deletes the TCB; nothing is sent.",
        "在 LISTEN 中调用 close()：删除 TCB，不发送报文段。")
    case .closeInSynSent:
      Provision(
        "close-syn-sent", .rfc9293, "3.10.4", "SYN-SENT", "SYN-SENT",
        "close() in SYN-SENT deletes the TCB; the peer is not told.",
        "在 SYN-SENT 中调用 close()：删除 TCB，不通知对方。")
    case .closeInSynReceived:
      Provision(
        "close-syn-received", .rfc9293, "3.10.4", "SYN-RECEIVED", "SYN-RECEIVED",
        "close() in SYN-RECEIVED with nothing to send: it sends a FIN and enters FIN-WAIT-1.",
        "在 SYN-RECEIVED 中调用 close()，且无数据待发：发送 FIN，进入 FIN-WAIT-1。")
    case .closeWaitsForEstablished:
      Provision(
        "close-queued", .rfc9293, "3.10.4", "SYN-RECEIVED", "SYN-RECEIVED",
        "close() in SYN-RECEIVED with data to send waits for ESTABLISHED.",
        "在 SYN-RECEIVED 中调用 close()，但有数据待发：等进入 ESTABLISHED 再处理。")
    case .queuedCloseGoesOn:
      Provision(
        "close-goes-on", .rfc9293, "3.10.4", "SYN-RECEIVED", "SYN-RECEIVED",
        "The close() that waited for ESTABLISHED is now carried out.",
        "排队的 close() 等到了 ESTABLISHED，现在执行。")
    case .closeSendsFin:
      Provision(
        "close-established", .rfc9293, "3.10.4", "ESTABLISHED", "ESTABLISHED",
        "close() sends a FIN and enters FIN-WAIT-1; receiving goes on.",
        "调用 close()：发送 FIN，进入 FIN-WAIT-1；仍可接收。")
    case .finWaitsForText:
      Provision(
        "close-fin-waits", .rfc9293, "3.10.4", "ESTABLISHED, CLOSE-WAIT", "ESTABLISHED, CLOSE-WAIT",
        "The FIN waits until all data before it are sent.",
        "FIN 要等前面的数据全部发出。")
    case .closeInCloseWait:
      Provision(
        "close-close-wait", .rfc9293, "3.10.4", "CLOSE-WAIT", "CLOSE-WAIT",
        "close() in CLOSE-WAIT sends a FIN and enters LAST-ACK.",
        "在 CLOSE-WAIT 中调用 close()：发送 FIN，进入 LAST-ACK。")
    case .closeAgain:
      Provision(
        "close-again", .rfc9293, "3.10.4", "FIN-WAIT-1 and later", "FIN-WAIT-1 及以后",
        "close() has been called before; there is never a new, second FIN.",
        "已经调用过 close()，不会再有新的 FIN。")
    // §3.10.5 ABORT, §3.10.6 STATUS
    case .abortWithoutConnection:
      Provision(
        "abort-closed", .rfc9293, "3.10.5", "CLOSED", "CLOSED",
        "There is no connection to abort.",
        "没有连接可中止。")
    case .abortBeforeSynchronization:
      Provision(
        "abort-listen-syn-sent", .rfc9293, "3.10.5", "LISTEN, SYN-SENT", "LISTEN, SYN-SENT",
        "Aborting in LISTEN or SYN-SENT deletes the TCB; nothing is sent.",
        "在 LISTEN 或 SYN-SENT 中中止连接：删除 TCB，不发送报文段。")
    case .abortSendsReset:
      Provision(
        "abort-reset", .rfc9293, "3.10.5", "SYN-RECEIVED to CLOSE-WAIT", "SYN-RECEIVED 至 CLOSE-WAIT",
        "Aborting sends a RST with this end's next seq and deletes the TCB.",
        "中止连接：发送 RST，seq 为自己的下一个序号，删除 TCB。")
    case .abortAfterBothFins:
      Provision(
        "abort-silent", .rfc9293, "3.10.5", "CLOSING, LAST-ACK, TIME-WAIT", "CLOSING, LAST-ACK, TIME-WAIT",
        "Aborting after both FINs deletes the TCB; no RST is needed.",
        "双方 FIN 都已出现后中止连接：删除 TCB，不必发送 RST。")
    case .statusWithoutConnection:
      Provision(
        "status-closed", .rfc9293, "3.10.6", "CLOSED", "CLOSED",
        "There is no connection to ask about.",
        "没有连接可查询。")
    case .status:
      Provision(
        "status", .rfc9293, "3.10.6", "all other states", "其余状态",
        "STATUS tells the state.",
        "STATUS 返回当前状态。")
    // §3.10.7.1 SEGMENT ARRIVES in CLOSED
    case .closedDropsReset:
      Provision(
        "closed-rst", .rfc9293, "3.10.7.1", "RST", "RST",
        "A RST to a port without a connection is dropped: a RST is not answered.",
        "这个端口没有连接，到来的 RST 被丢弃：不用 RST 应答 RST。")
    case .closedResets:
      Provision(
        "closed-no-ack", .rfc9293, "3.10.7.1", "no ACK", "不带 ACK",
        "No connection: RST,ACK with seq=0; its ack covers all that arrived, a SYN or a FIN counting as one.",
        "没有连接：回 RST,ACK，seq=0，ack 确认到来的全部内容（SYN、FIN 各算一个）。")
    case .closedResetsAck:
      Provision(
        "closed-ack", .rfc9293, "3.10.7.1", "ACK", "ACK",
        "No connection: RST, with the arrived ack as its seq.",
        "没有连接：回 RST，seq 取到来报文段的 ack。")
    // §3.10.7.2 SEGMENT ARRIVES in LISTEN
    case .listenIgnoresReset:
      Provision(
        "listen-rst", .rfc9293, "3.10.7.2", "step 1", "第 1 步",
        "LISTEN has sent nothing that a RST could be about; there is nothing to do.",
        "LISTEN 没有发过什么，RST 与它无关，不必处理。")
    case .listenResetsAck:
      Provision(
        "listen-ack", .rfc9293, "3.10.7.2", "step 2", "第 2 步",
        "LISTEN has sent nothing that could be acknowledged: RST, with the arrived ack as its seq.",
        "LISTEN 没有发过可供确认的内容：回 RST，seq 取到来报文段的 ack。")
    case .listenAnswersSyn:
      Provision(
        "listen-syn", .rfc9293, "3.10.7.2", "step 3", "第 3 步",
        "A SYN is answered by SYN,ACK (SYN-ACK): an ISN of one's own as seq, ack the SYN's number plus one; SYN-RECEIVED.",
        "收到 SYN：回 SYN,ACK，seq 是自己选定的初始序号，ack 是对方的初始序号加一；进入 SYN-RECEIVED。")
    case .textOfSynIsKept:
      Provision(
        "syn-text-kept", .rfc9293, "3.10.7.2", "step 3", "第 3 步",
        "Data or a FIN on a SYN is kept until the connection is ESTABLISHED.",
        "SYN 上携带的数据或 FIN 先保存，等进入 ESTABLISHED 再处理。")
    case .listenDropsOther:
      Provision(
        "listen-other", .rfc9293, "3.10.7.2", "step 4", "第 4 步",
        "With neither RST, ACK nor SYN there is nothing that LISTEN could do with it: dropped.",
        "没有 RST，没有 ACK，也没有 SYN，LISTEN 无从处理，丢弃。")
    // §3.10.7.3 SEGMENT ARRIVES in SYN-SENT
    case .synSentResetsWrongAck:
      Provision(
        "syn-sent-wrong-ack", .rfc9293, "3.10.7.3", "step 1", "第 1 步",
        "Its ack is not that of the SYN just sent, so it belongs to something else: RST, with that ack as its seq.",
        "ack 不是对刚发出的 SYN 的确认，可见它不属于这次连接：回 RST，seq 取它的 ack。")
    case .synSentDropsResetOfWrongAck:
      Provision(
        "syn-sent-wrong-ack-rst", .rfc9293, "3.10.7.3", "step 1", "第 1 步",
        "A RST whose ack is not that of the SYN just sent is dropped.",
        "RST 的 ack 不是对刚发出的 SYN 的确认，丢弃。")
    case .synSentIsReset:
      Provision(
        "syn-sent-rst", .rfc9293, "3.10.7.3", "step 2", "第 2 步",
        "A RST that acknowledges our SYN: connection reset, CLOSED.",
        "RST 确认了我方的 SYN：连接被复位，进入 CLOSED。")
    case .synSentDropsResetWithoutAck:
      Provision(
        "syn-sent-rst-no-ack", .rfc9293, "3.10.7.3", "step 2", "第 2 步",
        "A RST without ACK doesn't show that it answers our SYN; it is dropped.",
        "RST 不带 ACK，看不出是针对我方 SYN 的，丢弃。")
    case .synSentIsAcknowledged:
      Provision(
        "syn-sent-syn-ack", .rfc9293, "3.10.7.3", "step 4", "第 4 步",
        "The peer's SYN comes with an ACK of ours: answered by an ACK; ESTABLISHED.",
        "对方的 SYN 带着对我方 SYN 的确认：回 ACK，进入 ESTABLISHED。")
    case .synSentMeetsSyn:
      Provision(
        "syn-sent-syn", .rfc9293, "3.10.7.3", "step 4", "第 4 步",
        "The peer's SYN crosses ours: SYN,ACK, our ISN once more as seq; SYN-RECEIVED.",
        "双方的 SYN 在途中交错：回 SYN,ACK，seq 仍是自己的初始序号，进入 SYN-RECEIVED。")
    case .synSentDropsOther:
      Provision(
        "syn-sent-other", .rfc9293, "3.10.7.3", "step 5", "第 5 步",
        "With neither SYN nor RST there is nothing that SYN-SENT could do with it: dropped.",
        "没有 SYN，也没有 RST，SYN-SENT 无从处理，丢弃。")
    // §3.10.7.4 SEGMENT ARRIVES otherwise, first: sequence number
    case .repeatedSynGetsSynAck:
      Provision(
        "syn-received-repeated-syn", .repair, "3.10.7.4", "step 1", "第 1 步",
        "The peer's SYN came again, so our SYN,ACK may be lost: it is sent again.",
        "对方的 SYN 又来了，SYN,ACK 可能丢了：再发一次。")
    case .synAckOfSimultaneousOpen:
      Provision(
        "simultaneous-syn-ack", .repair, "3.10.7.4", "step 1", "第 1 步",
        "In a simultaneous open the SYN,ACK repeats the peer's SYN; what is new is its ACK.",
        "同时打开时，SYN,ACK 里的 SYN 是重复的，新的是其中的 ACK。")
    case .sequenceIsAcceptable:
      Provision(
        "seq-acceptable", .rfc9293, "3.10.7.4", "step 1", "第 1 步",
        "The segment, or part of it, lies in the receive window.",
        "报文段（至少一部分）落在接收窗口内。")
    case .segmentIsTrimmed:
      Provision(
        "seq-trimmed", .rfc9293, "3.10.7.4", "step 1", "第 1 步",
        "What lies outside the receive window is cut off.",
        "超出接收窗口的部分被裁掉。")
    case .unacceptableIsAcknowledged:
      Provision(
        "seq-unacceptable", .rfc9293, "3.10.7.4", "step 1", "第 1 步",
        "It lies outside the receive window: answered by an ACK that names the next number expected; nothing of it is taken.",
        "报文段不在接收窗口内：回 ACK，告诉对方期望的下一个序号；它的内容一概不收。")
    case .unacceptableResetIsDropped:
      Provision(
        "seq-unacceptable-rst", .rfc9293, "3.10.7.4", "step 1", "第 1 步",
        "A RST outside the receive window is dropped without an answer.",
        "RST 不在接收窗口内：丢弃，不应答。")
    case .repeatedFinRestartsTimeWait:
      Provision(
        "time-wait-repeated-fin", .repair, "3.10.7.4", "step 1", "第 1 步",
        "The peer's FIN came again: acknowledged again, and 2MSL begins anew.",
        "对方的 FIN 又来了：再次确认，2MSL 重新计时。")
    // second: RST
    case .resetIsExact:
      Provision(
        "rst-exact", .rfc5961, "3.2", "step 2", "第 2 步",
        "The seq of the RST is exactly the next number expected: it is believed.",
        "RST 的 seq 恰好是期望的下一个序号，可信。")
    case .resetIsInWindow:
      Provision(
        "rst-in-window", .rfc9293, "3.10.7.4", "step 2", "第 2 步",
        "Without RFC 5961 any RST in the receive window is believed.",
        "不采用 RFC 5961 时，只要 RST 落在接收窗口内就可信。")
    case .resetInWindowIsChallenged:
      Provision(
        "rst-challenge", .rfc5961, "3.2", "step 2", "第 2 步",
        "A RST in the window whose seq is not exactly the next number expected gets a challenge ACK.",
        "RST 在窗口内，但 seq 不是期望的下一个序号：回挑战 ACK，请对方证实。")
    case .resetReturnsToListen:
      Provision(
        "rst-syn-received-passive", .rfc9293, "3.10.7.4", "step 2", "第 2 步",
        "This end opened passively: back to LISTEN, the user is not told.",
        "这一端是被动打开的：回到 LISTEN，不通知用户。")
    case .resetRefuses:
      Provision(
        "rst-syn-received-active", .rfc9293, "3.10.7.4", "step 2", "第 2 步",
        "This end opened actively: connection refused, CLOSED.",
        "这一端是主动打开的：连接被拒绝，进入 CLOSED。")
    case .resetEndsConnection:
      Provision(
        "rst-synchronized", .rfc9293, "3.10.7.4", "step 2", "第 2 步",
        "The connection is reset: the user is told, CLOSED.",
        "连接被复位：通知用户，进入 CLOSED。")
    case .resetAfterBothFins:
      Provision(
        "rst-closing", .rfc9293, "3.10.7.4", "step 2", "第 2 步",
        "Both ends have closed already: CLOSED, and the user is not told.",
        "双方都已关闭：进入 CLOSED，不必通知用户。")
    // fourth: SYN
    case .synReturnsToListen:
      Provision(
        "syn-syn-received-passive", .rfc9293, "3.10.7.4", "step 4", "第 4 步",
        "A SYN in the window, in SYN-RECEIVED after a passive open: back to LISTEN.",
        "被动打开后处于 SYN-RECEIVED，窗口内又来一个 SYN：回到 LISTEN。")
    case .synIsChallenged:
      Provision(
        "syn-challenge", .rfc5961, "4.2", "step 4", "第 4 步",
        "A SYN where none is due any more gets a challenge ACK: its sender has to confirm.",
        "此时不应再有 SYN：回挑战 ACK，请对方证实。")
    case .synInWindowResets:
      Provision(
        "syn-in-window", .rfc9293, "3.10.7.4", "step 4", "第 4 步",
        "Without RFC 5961 a SYN in the window is an error: RST, connection reset.",
        "不采用 RFC 5961 时，窗口内的 SYN 是错误：回 RST，连接被复位。")
    // fifth: ACK
    case .segmentWithoutAckIsDropped:
      Provision(
        "ack-missing", .rfc9293, "3.10.7.4", "step 5", "第 5 步",
        "ACK is off: the segment is dropped.",
        "ACK 位为 0：丢弃。")
    case .synReceivedIsAcknowledged:
      Provision(
        "syn-received-ack", .rfc9293, "3.10.7.4", "step 5", "第 5 步",
        "Our SYN is acknowledged: ESTABLISHED.",
        "我方的 SYN 得到确认：进入 ESTABLISHED。")
    case .synReceivedResetsWrongAck:
      Provision(
        "syn-received-wrong-ack", .rfc9293, "3.10.7.4", "step 5", "第 5 步",
        "Its ack is not that of our SYN: RST, with that ack as its seq; the state stays.",
        "ack 不是对我方 SYN 的确认：回 RST，seq 取它的 ack，状态不变。")
    case .threeSecondTimeoutAfterSyn:
      Provision(
        "three-second-timeout", .rfc6298, "5.7", "", "",
        "The SYN had to be sent again: data begin with a timeout of 3 s.",
        "SYN 曾经重传过：数据传输以 3 秒的超时开始。")
    case .ackOfUnsentIsAnswered:
      Provision(
        "ack-unsent", .rfc9293, "3.10.7.4", "step 5", "第 5 步",
        "It acknowledges what was never sent: answered by an ACK; nothing of it is taken.",
        "确认了从未发送过的内容：回 ACK，它的内容一概不收。")
    case .ackTooOldIsChallenged:
      Provision(
        "ack-too-old", .rfc5961, "5.2", "step 5", "第 5 步",
        "Its ack is older than the largest window reaches back: challenge ACK; nothing of it is taken.",
        "ack 太旧，早于最大窗口所及：回挑战 ACK，它的内容一概不收。")
    case .ackIsNew:
      Provision(
        "ack-new", .rfc9293, "3.10.7.4", "step 5", "第 5 步",
        "Its ack is new: what it covers is acknowledged.",
        "ack 是新的：它之前的内容得到确认。")
    case .ackIsDuplicate:
      Provision(
        "ack-duplicate", .rfc9293, "3.10.7.4", "step 5", "第 5 步",
        "Its ack is not new, and there are no data with it: there is nothing to do.",
        "ack 没有确认新内容，又不带数据：不必处理。")
    case .finIsAcknowledged:
      Provision(
        "fin-wait-1-ack", .rfc9293, "3.10.7.4", "step 5", "第 5 步",
        "Our FIN is acknowledged: FIN-WAIT-2.",
        "我方的 FIN 得到确认：进入 FIN-WAIT-2。")
    case .closingIsAcknowledged:
      Provision(
        "closing-ack", .rfc9293, "3.10.7.4", "step 5", "第 5 步",
        "Our FIN is acknowledged, and the peer's came before: TIME-WAIT.",
        "对方的 FIN 已先到，我方的 FIN 又得到确认：进入 TIME-WAIT。")
    case .lastAckIsAcknowledged:
      Provision(
        "last-ack-ack", .rfc9293, "3.10.7.4", "step 5", "第 5 步",
        "Our FIN is acknowledged, and the peer's came long before: CLOSED.",
        "对方的 FIN 早已收到，我方的 FIN 又得到确认：进入 CLOSED。")
    case .timeWaitAcknowledges:
      Provision(
        "time-wait-ack", .repair, "3.10.7.4", "step 5", "第 5 步",
        "TIME-WAIT acknowledges what takes up sequence numbers, and no pure ACK.",
        "TIME-WAIT 只确认占用序号的报文段，不应答纯 ACK。")
    // seventh: text
    case .textIsTaken:
      Provision(
        "text", .rfc9293, "3.10.7.4", "step 7", "第 7 步",
        "Data that arrive in order are taken; the ACK names the next byte expected.",
        "按序到达的数据被收下，用 ACK 告诉对方期望的下一个字节。")
    case .outOfOrderTextIsKept:
      Provision(
        "text-early", .rfc9293, "3.10.7.4", "step 1, SHLD-31; the ACK MAY-13", "第 1 步，SHLD-31；ACK 属 MAY-13",
        "What arrives early is kept; an ACK, which may be left out, names what is missing.",
        "提前到达的先保存；可以（不是必须）回一个 ACK，告诉对方缺的是哪里。")
    case .textAfterFinIsIgnored:
      Provision(
        "text-after-fin", .rfc9293, "3.10.7.4", "step 7", "第 7 步",
        "After the peer's FIN no data should come; they are not taken.",
        "对方已发 FIN，不应再有数据，不收。")
    // eighth: FIN
    case .secondFinIsIgnored:
      Provision(
        "fin-second", .repair, "3.10.7.4", "step 8", "第 8 步",
        "The peer's FIN was taken before; it counts once only.",
        "对方的 FIN 已经处理过，只算一次。")
    case .finMakesCloseWait:
      Provision(
        "fin-close-wait", .rfc9293, "3.10.7.4", "step 8", "第 8 步",
        "The peer's FIN: answered by an ACK; CLOSE-WAIT; the user is told that the connection is closing.",
        "收到对方的 FIN：回 ACK，进入 CLOSE-WAIT，并通知用户连接正在关闭。")
    case .finMakesClosing:
      Provision(
        "fin-closing", .rfc9293, "3.10.7.4", "step 8", "第 8 步",
        "The peer's FIN, before ours is acknowledged: answered by an ACK; CLOSING.",
        "我方的 FIN 尚未得到确认就收到对方的 FIN：回 ACK，进入 CLOSING。")
    case .finMakesTimeWait:
      Provision(
        "fin-time-wait", .rfc9293, "3.10.7.4", "step 8", "第 8 步",
        "The peer's FIN, after ours is acknowledged: answered by an ACK; TIME-WAIT for 2MSL.",
        "我方的 FIN 已得到确认，又收到对方的 FIN：回 ACK，进入 TIME-WAIT，等待 2MSL。")
    // §3.10.8 timeouts
    case .userTimeout:
      Provision(
        "user-timeout", .rfc9293, "3.10.8", "USER TIMEOUT", "USER TIMEOUT",
        "The user timeout is over: the connection is aborted, CLOSED.",
        "用户超时到期：中止连接，进入 CLOSED。")
    case .retransmission:
      Provision(
        "retransmission", .rfc9293, "3.10.8", "RETRANSMISSION TIMEOUT", "RETRANSMISSION TIMEOUT",
        "No acknowledgment in time: the oldest unacknowledged segment is sent again.",
        "超时仍未得到确认：重传最早的未确认报文段。")
    case .retransmissionBacksOff:
      Provision(
        "retransmission-back-off", .rfc6298, "5.5", "", "",
        "The timeout doubles.",
        "超时时间加倍。")
    case .retransmissionGivesUp:
      Provision(
        "retransmission-gives-up", .rfc9293, "3.8.3", "R2", "R2",
        "Sent again in vain up to the limit R2: the connection is given up.",
        "重传达到上限 R2 仍无结果：放弃连接。")
    case .timeWaitEnds:
      Provision(
        "time-wait-timeout", .rfc9293, "3.10.8", "TIME-WAIT TIMEOUT", "TIME-WAIT TIMEOUT",
        "2MSL are over: the TCB is deleted, CLOSED.",
        "2MSL 到期：删除 TCB，进入 CLOSED。")
    // What Linux does otherwise
    case .linuxListenerStays:
      Provision(
        "linux-listener-stays", .linux, "tcp_v4_conn_request", "", "",
        "The listener stays in LISTEN; the connection lives beside it.",
        "监听套接字始终处于 LISTEN，新连接在它旁边另立。")
    case .linuxListenerDropsSynFin:
      Provision(
        "linux-syn-fin", .linux, "tcp_v4_conn_request", "", "",
        "A SYN with a FIN on it is dropped.",
        "同时带 FIN 的 SYN 被丢弃。")
    case .linuxTextOfSynIsDropped:
      Provision(
        "linux-syn-text", .linux, "tcp_rcv_state_process", "", "",
        "Data and FIN on a SYN are thrown away; the peer sends them again.",
        "SYN 上携带的数据和 FIN 被丢掉，由对方重传。")
    case .linuxSynGoesOutAgain:
      Provision(
        "linux-syn-again", .linux, "tcp_rcv_synsent_state_process", "", "",
        "After a wrong ack the SYN goes out again at once, not after the timeout.",
        "收到错误的 ack 后立即重传 SYN，不等超时。")
    case .linuxSynSentIsRefused:
      Provision(
        "linux-refused", .linux, "tcp_reset", "", "",
        "A RST in SYN-SENT is told as connection refused.",
        "SYN-SENT 中收到 RST，报告为“连接被拒绝”。")
    case .linuxRequestIsDropped:
      Provision(
        "linux-request-dropped", .linux, "tcp_check_req", "", "",
        "The half-made connection is discarded, the listener goes on; nobody is told.",
        "半连接被清除，监听照旧，不通知任何人。")
    case .linuxRequestMeetsSyn:
      Provision(
        "linux-embryonic-reset", .linux, "tcp_check_req", "", "",
        "A new SYN in the window: RST, and the half-made connection is discarded.",
        "窗口内又来一个新的 SYN：回 RST，清除半连接。")
    case .linuxSynAckIsAnswered:
      Provision(
        "linux-simultaneous-syn-ack", .linux, "tcp_rcv_state_process", "", "",
        "In a simultaneous open the SYN,ACK is accepted, and answered by an ACK.",
        "同时打开时，SYN,ACK 被接受，并回一个 ACK。")
    case .linuxOldAckEstablishes:
      Provision(
        "linux-old-ack", .linux, "tcp_rcv_state_process", "", "",
        "An ACK of nothing new establishes a simultaneous open too.",
        "同时打开时，没有确认新内容的 ACK 也会使连接建立。")
    case .linuxSequenceTest:
      Provision(
        "linux-seq", .linux, "tcp_sequence", "", "",
        "The segment lies between the last number acknowledged and the window's right edge.",
        "报文段落在上次确认的序号与窗口右沿之间。")
    case .linuxResetAtFin:
      Provision(
        "linux-rst-at-fin", .linux, "tcp_reset_check", "", "",
        "After the peer's FIN a RST with that FIN's number is believed too.",
        "对方已发 FIN 之后，seq 等于该 FIN 序号的 RST 也可信。")
    case .linuxFinAckIsDelayed:
      Provision(
        "linux-delayed-ack", .linux, "tcp_fin", "", "",
        "Where data have come before, the ACK of the FIN waits 40 ms for something to ride on.",
        "此前收到过数据时，对 FIN 的确认延迟 40 毫秒，等待捎带。")
    case .linuxDelayedAckGoesOut:
      Provision(
        "linux-delayed-ack-timer", .linux, "tcp_delack_timer", "", "",
        "Nothing came to ride on: the delayed ACK goes out by itself.",
        "没有等到可捎带的报文段，单独发出延迟的 ACK。")
    case .linuxTextAfterFinResets:
      Provision(
        "linux-text-after-fin", .linux, "tcp_data_queue", "", "",
        "New data behind the peer's FIN: RST, connection reset.",
        "对方 FIN 之后又出现新的数据：回 RST，连接被复位。")
    case .linuxResetKillsTimeWait:
      Provision(
        "linux-time-wait-rst", .linux, "tcp_timewait_state_process", "", "",
        "A RST whose seq is exactly the next number expected ends TIME-WAIT.",
        "seq 恰好是期望的下一个序号的 RST 会结束 TIME-WAIT。")
    case .linuxTimeWaitTakesSyn:
      Provision(
        "linux-time-wait-syn", .linux, "tcp_timewait_state_process", "", "",
        "A SYN numbered beyond the next number expected begins a new connection out of TIME-WAIT.",
        "序号大于期望的下一个序号的 SYN，可以从 TIME-WAIT 直接开始新连接。")
    case .linuxTimeWaitAnswers:
      Provision(
        "linux-time-wait-ack", .linux, "tcp_timewait_state_process", "", "",
        "In TIME-WAIT anything else is answered by an ACK; one with an ACK begins 60 s anew.",
        "TIME-WAIT 中其余报文段一律回 ACK；带 ACK 的会重新计时 60 秒。")
    case .linuxSynTimeoutStays:
      Provision(
        "linux-syn-linear", .linux, "tcp_syn_linear_timeouts", "", "",
        "The first four retransmissions of a SYN do not back off.",
        "SYN 的前四次重传不加倍超时。")
    case .linuxKeptFinIsLost:
      Provision(
        "linux-fin-lost", .linux, "tcp_ofo_queue", "", "",
        "Data in the place of a FIN that was kept: the FIN is forgotten.",
        "后到的数据占了先前暂存的 FIN 的序号：该 FIN 被忘掉。")
    case .linuxCautiousStart:
      Provision(
        "linux-cautious-start", .linux, "tcp_init_transfer", "", "",
        "Whoever sent its SYN again more than once begins with one segment at a time.",
        "SYN 重传不止一次的一端，开始时一次只发一个报文段。")
    case .linuxFastRetransmit:
      Provision(
        "linux-fast-retransmit", .linux, "tcp_fastretrans_alert", "", "",
        "The same ACK for the third time again: what it asks for is lost, and goes out again.",
        "同一个 ACK 第三次重复：它所等待的报文段已丢失，立即重传。")
    case .linuxLostFollows:
      Provision(
        "linux-lost-follows", .linux, "tcp_xmit_retransmit_queue", "", "",
        "After a retransmission, ACKs let the rest of what was lost go out again.",
        "重传之后，随着 ACK 到来，其余丢失的报文段陆续重传。")
    case .linuxSendWouldBlock:
      Provision(
        "linux-would-block", .linux, "tcp_sendmsg", "", "",
        "A socket that does not block refuses to send before it is connected.",
        "非阻塞套接字在连接建立前拒绝发送。")
    case .linuxCloseAgain:
      Provision(
        "linux-close-again", .linux, "tcp_shutdown", "", "",
        "A second shutdown() is accepted and does nothing.",
        "再次 shutdown() 会被接受，但什么也不做。")
    case .linuxAbortSendsResetAck:
      Provision(
        "linux-abort", .linux, "tcp_send_active_reset", "", "",
        "The RST of an abort bears an ACK too.",
        "中止时发出的 RST 同时带 ACK。")
    case .linuxTimeWaitOutlivesAbort:
      Provision(
        "linux-time-wait-abort", .linux, "tcp_disconnect", "", "",
        "TIME-WAIT no longer belongs to the application, and goes on.",
        "TIME-WAIT 已不归应用程序所有，继续计时。")
    // What no TCP does
    case .whatIfTwoWay:
      Provision(
        "what-if-two-way", .whatIf, "two-way", "", "",
        "Having sent its SYN,ACK the server is ESTABLISHED, and may send, without waiting for the third segment.",
        "服务器一发出 SYN,ACK 就进入 ESTABLISHED，不等第三个报文段，可以立即发送数据。")
    case .whatIfNoTimeWait:
      Provision(
        "what-if-no-time-wait", .whatIf, "no-time-wait", "", "",
        "Where TIME-WAIT would begin, the connection is deleted instead.",
        "本应进入 TIME-WAIT 的地方，直接删除连接。")
    case .whatIfTimeWaitIgnoresReset:
      Provision(
        "what-if-time-wait-ignores-rst", .whatIf, "rfc1337", "", "",
        "A RST in TIME-WAIT is ignored, as RFC 1337 proposes (F1) and RFC 9293 does not say.",
        "TIME-WAIT 中收到的 RST 被忽略：这是 RFC 1337 的提议（F1），RFC 9293 没有这样规定。")
    }
  }
}
