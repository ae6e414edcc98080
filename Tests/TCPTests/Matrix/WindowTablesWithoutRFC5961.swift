import TCP
import Testing

/// RFC 9293 §3.10.7.4 without RFC 5961: any RST or SYN in the window counts. All else is as with it.
@Suite struct `§3.10.7.4 Segments and the window, without RFC 5961` {
  static let synReceivedPassively = MatrixRow.rows(
    [.synReceivedPassively], profile: .rfc793,
    """
    SYN       synack LIs   LIs   LIs   ack   |  ack    LIs   LIs   LIs   ack
    SYN,ACK   ack    LIs   LIs   LIs   ack   |  ack    LIs   LIs   LIs   ack
    RST       drop   LI    LI    LI    drop  |  drop   LI    LI    LI    drop
    RST,ACK   drop   LI    LI    LI    drop  |  drop   LI    LI    LI    drop
    all       drop   LI    LI    LI    drop  |  drop   LI    LI    LI    drop
    """)

  static let synReceivedActively = MatrixRow.rows(
    [.synReceivedActively], profile: .rfc793,
    """
    SYN       synack CLs   CLs   CLs   ack   |  ack    CLs   CLs   CLs   ack
    SYN,ACK   ES     CLs   CLs   CLs   ack   |  ack    CLs   CLs   CLs   ack
    RST       drop   CLx   CLx   CLx   drop  |  drop   CLx   CLx   CLx   drop
    RST,ACK   drop   CLx   CLx   CLx   drop  |  drop   CLx   CLx   CLx   drop
    all       drop   CLx   CLx   CLx   drop  |  drop   CLx   CLx   CLx   drop
    """)

  static let untilCloseWait = MatrixRow.rows(
    [.established, .establishedPassively, .finWait1, .finWait1BeforeFin, .finWait2, .closeWait], profile: .rfc793,
    """
    SYN       ack    CLs   CLs   CLs   ack   |  ack    CLs   CLs   CLs   ack
    SYN,ACK   ack    CLs   CLs   CLs   ack   |  ack    CLs   CLs   CLs   ack
    SYN,FIN   ack    CLs   CLs   CLs   ack   |  ack    CLs   CLs   CLs   ack
    RST       drop   CLr   CLr   CLr   drop  |  drop   CLr   CLr   CLr   drop
    RST,ACK   drop   CLr   CLr   CLr   drop  |  drop   CLr   CLr   CLr   drop
    all       drop   CLr   CLr   CLr   drop  |  drop   CLr   CLr   CLr   drop
    """)

  static let afterBothFins = MatrixRow.rows(
    [.closing, .lastAck, .timeWaitFromFinWait2, .timeWaitFromClosing, .timeWaitFromFinWait1], profile: .rfc793,
    """
    SYN       ack    CLs   CLs   CLs   ack   |  ack    CLs   CLs   CLs   ack
    SYN,ACK   ack    CLs   CLs   CLs   ack   |  ack    CLs   CLs   CLs   ack
    RST       drop   CL    CL    CL    drop  |  drop   CL    CL    CL    drop
    RST,ACK   drop   CL    CL    CL    drop  |  drop   CL    CL    CL    drop
    all       drop   CL    CL    CL    drop  |  drop   CL    CL    CL    drop
    """)

  /// The rows that do not mention RST or SYN hold without RFC 5961 as they stand.
  static let unchanged: [MatrixRow] = {
    typealias Tables = `§3.10.7.4 Segments and the window`
    let all = [
      Tables.synReceivedPassively, Tables.synReceivedActively, Tables.established, Tables.finWait1,
      Tables.finWait1Unacknowledged, Tables.finWait2, Tables.closeWait, Tables.closing, Tables.lastAck,
      Tables.afterPeersFinUnacknowledged, Tables.timeWait,
    ]
    return all.joined().compactMap { row in
      var row = row
      row.profile = .rfc793
      return row.kind.control.isDisjoint(with: [.syn, .rst]) ? row : nil
    }
  }()

  @Test(arguments: [synReceivedPassively, synReceivedActively, untilCloseWait, afterBothFins, unchanged].joined())
  func `Every segment at every place`(row: MatrixRow) { row.play() }
}
