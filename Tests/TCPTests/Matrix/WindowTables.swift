import TCP
import Testing

/// RFC 9293 §3.10.7.4 with RFC 5961: every kind of segment at five places of the receive window, without text and with
/// ten octets, in every state that has a window. The ACK field acknowledges all that was sent.
@Suite struct `§3.10.7.4 Segments and the window` {
  static let synReceivedPassively = MatrixRow.rows(
    [.synReceivedPassively],
    """
    none      ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    SYN       synack LIs   LIs   LIs   ack   |  ack    LIs   LIs   LIs   ack
    SYN,ACK   ack    LIs   LIs   LIs   ack   |  ack    LIs   LIs   LIs   ack
    SYN,FIN   ack    LIs   LIs   LIs   ack   |  ack    LIs   LIs   LIs   ack
    ACK       ack    ES    ES    ES    ack   |  ack    ESt   ESe   ESe   ack
    FIN       ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    FIN,ACK   ack    CWf   ESe   ESe   ack   |  ack    CWf   ESe   ESe   ack
    RST       drop   LI    ack   ack   drop  |  drop   LI    ack   ack   drop
    RST,ACK   drop   LI    ack   ack   drop  |  drop   LI    ack   ack   drop
    all       drop   LI    ack   ack   drop  |  drop   LI    ack   ack   drop
    """)

  static let synReceivedActively = MatrixRow.rows(
    [.synReceivedActively],
    """
    none      ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    SYN       synack ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,ACK   ES     ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,FIN   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    ACK       ack    ES    ES    ES    ack   |  ack    ESt   ESe   ESe   ack
    FIN       ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    FIN,ACK   ack    CWf   ESe   ESe   ack   |  ack    CWf   ESe   ESe   ack
    RST       drop   CLx   ack   ack   drop  |  drop   CLx   ack   ack   drop
    RST,ACK   drop   CLx   ack   ack   drop  |  drop   CLx   ack   ack   drop
    all       drop   CLx   ack   ack   drop  |  drop   CLx   ack   ack   drop
    """)

  static let established = MatrixRow.rows(
    [.established, .establishedPassively],
    """
    none      ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    SYN       ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,ACK   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,FIN   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    ACK       ack    ign   ign   ign   ack   |  ack    text  early early ack
    FIN       ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    FIN,ACK   ack    CWf   early early ack   |  ack    CWf   early early ack
    RST       drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    RST,ACK   drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    all       drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    """)

  static let finWait1 = MatrixRow.rows(
    [.finWait1, .finWait1FromSynReceived],
    """
    none      ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    SYN       ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,ACK   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,FIN   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    ACK       ack    F2    F2    F2    ack   |  ack    F2t   F2e   F2e   ack
    FIN       ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    FIN,ACK   ack    TWf   F2e   F2e   ack   |  ack    TWf   F2e   F2e   ack
    RST       drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    RST,ACK   drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    all       drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    """)

  /// The same while nothing of ours is newly acknowledged: whether the FIN waits or is on its way makes no difference.
  static let finWait1Unacknowledged = MatrixRow.rows(
    [.finWait1, .finWait1BeforeFin], acknowledgingAll: false,
    """
    ACK       ack    ign   ign   ign   ack   |  ack    text  early early ack
    FIN,ACK   ack    CGf   early early ack   |  ack    CGf   early early ack
    RST,ACK   drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    """)

  static let finWait2 = MatrixRow.rows(
    [.finWait2],
    """
    none      ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    SYN       ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,ACK   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,FIN   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    ACK       ack    ign   ign   ign   ack   |  ack    text  early early ack
    FIN       ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    FIN,ACK   ack    TWf   early early ack   |  ack    TWf   early early ack
    RST       drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    RST,ACK   drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    all       drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    """)

  static let closeWait = MatrixRow.rows(
    [.closeWait],
    """
    none      ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    SYN       ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,ACK   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,FIN   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    ACK       ack    ign   ign   ign   ack   |  ack    ign   ign   ign   ack
    FIN       ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    FIN,ACK   ack    ign   ign   ign   ack   |  ack    ign   ign   ign   ack
    RST       drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    RST,ACK   drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    all       drop   CLr   ack   ack   drop  |  drop   CLr   ack   ack   drop
    """)

  static let closing = MatrixRow.rows(
    [.closing],
    """
    none      ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    SYN       ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,ACK   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,FIN   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    ACK       ack    TW    TW    TW    ack   |  ack    TW    TW    TW    ack
    FIN       ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    FIN,ACK   ack    TW    TW    TW    ack   |  ack    TW    TW    TW    ack
    RST       drop   CL    ack   ack   drop  |  drop   CL    ack   ack   drop
    RST,ACK   drop   CL    ack   ack   drop  |  drop   CL    ack   ack   drop
    all       drop   CL    ack   ack   drop  |  drop   CL    ack   ack   drop
    """)

  static let lastAck = MatrixRow.rows(
    [.lastAck],
    """
    none      ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    SYN       ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,ACK   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,FIN   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    ACK       ack    CL    CL    CL    ack   |  ack    CL    CL    CL    ack
    FIN       ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    FIN,ACK   ack    CL    CL    CL    ack   |  ack    CL    CL    CL    ack
    RST       drop   CL    ack   ack   drop  |  drop   CL    ack   ack   drop
    RST,ACK   drop   CL    ack   ack   drop  |  drop   CL    ack   ack   drop
    all       drop   CL    ack   ack   drop  |  drop   CL    ack   ack   drop
    """)

  /// The same while our FIN is not acknowledged, be it on its way or not.
  static let afterPeersFinUnacknowledged = MatrixRow.rows(
    [.closing, .closingBeforeFin, .lastAck], acknowledgingAll: false,
    """
    ACK       ack    ign   ign   ign   ack   |  ack    ign   ign   ign   ack
    FIN,ACK   ack    ign   ign   ign   ack   |  ack    ign   ign   ign   ack
    RST,ACK   drop   CL    ack   ack   drop  |  drop   CL    ack   ack   drop
    """)

  static let timeWait = MatrixRow.rows(
    [.timeWaitFromFinWait2, .timeWaitFromClosing, .timeWaitFromFinWait1],
    """
    none      ack    drop  drop  drop  ack   |  ack    drop  drop  drop  ack
    SYN       ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    SYN,ACK   ack    ack   ack   ack   ack   |  ack    ack   ack   ack   ack
    ACK       ack    ign   ign   ign   ack   |  ack    again again again ack
    FIN       re     drop  drop  drop  ack   |  re     drop  drop  drop  ack
    FIN,ACK   re     RE    RE    RE    ack   |  re     RE    RE    again ack
    RST       drop   CL    ack   ack   drop  |  drop   CL    ack   ack   drop
    RST,ACK   drop   CL    ack   ack   drop  |  drop   CL    ack   ack   drop
    all       drop   CL    ack   ack   drop  |  drop   CL    ack   ack   drop
    """)

  @Test(
    arguments: [
      synReceivedPassively, synReceivedActively, established, finWait1, finWait1Unacknowledged, finWait2, closeWait,
      closing, lastAck, afterPeersFinUnacknowledged, timeWait,
    ].joined())
  func `Every segment at every place`(row: MatrixRow) { row.play() }
}
