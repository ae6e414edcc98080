import Exploration

extension Root {
  /// The pairs of states that arise with up to two faults, as `Report.table` writes them; the same in both profiles.
  ///
  /// FIN-WAIT-2 with CLOSING takes a fault: an ACK has to overtake the FIN before it, or that FIN is lost. CLOSED with
  /// CLOSING or with LAST-ACK does not arise, because 2MSL outlast the retransmissions of the other end.
  var expectedTable: String {
    switch self {
    case .clientServer:
      """
      a \\ b        Cld Lst SS  SR  Est FW1 FW2 CW  Clg LA  TW
      CLOSED       0   0   .   0   x   0   x   x   .   .   0
      LISTEN       .   x   .   x   x   x   x   x   x   x   x
      SYN-SENT     0   0   .   0   x   0   x   x   x   x   x
      SYN-RECEIVED .   x   .   .   .   .   x   x   x   x   x
      ESTABLISHED  x   x   x   0   0   0   x   x   x   x   x
      FIN-WAIT-1   .   x   .   0   0   0   x   0   0   0   x
      FIN-WAIT-2   x   x   x   x   x   x   x   0   1   0   x
      CLOSE-WAIT   x   x   x   x   x   0   0   x   x   x   x
      CLOSING      .   x   x   x   x   0   1   x   0   x   0
      LAST-ACK     .   x   x   x   x   0   0   x   x   x   0
      TIME-WAIT    0   x   x   x   x   x   x   x   0   0   0
      """
    case .clientServerText:
      """
      a \\ b        Cld Lst SS  SR  Est FW1 FW2 CW  Clg LA  TW
      CLOSED       0   0   .   0   x   .   x   x   .   .   0
      LISTEN       .   x   .   x   x   x   x   x   x   x   x
      SYN-SENT     0   0   .   0   x   .   x   x   x   x   x
      SYN-RECEIVED .   x   .   .   .   .   x   x   x   x   x
      ESTABLISHED  x   x   x   0   0   0   x   x   x   x   x
      FIN-WAIT-1   .   x   .   0   0   0   x   0   0   0   x
      FIN-WAIT-2   x   x   x   x   x   x   x   0   1   0   x
      CLOSE-WAIT   x   x   x   x   x   0   0   x   x   x   x
      CLOSING      .   x   x   x   x   0   1   x   0   x   0
      LAST-ACK     .   x   x   x   x   0   0   x   x   x   0
      TIME-WAIT    0   x   x   x   x   x   x   x   0   0   0
      """
    case .simultaneousOpen:
      """
      a \\ b        Cld Lst SS  SR  Est FW1 FW2 CW  Clg LA  TW
      CLOSED       0   .   0   0   x   0   x   x   .   .   0
      LISTEN       .   x   .   x   x   x   x   x   x   x   x
      SYN-SENT     0   .   0   0   x   0   x   x   x   x   x
      SYN-RECEIVED 0   x   0   0   0   0   x   x   x   x   x
      ESTABLISHED  x   x   x   0   0   0   x   x   x   x   x
      FIN-WAIT-1   0   x   0   0   0   0   x   0   0   0   x
      FIN-WAIT-2   x   x   x   x   x   x   x   0   1   0   x
      CLOSE-WAIT   x   x   x   x   x   0   0   x   x   x   x
      CLOSING      .   x   x   x   x   0   1   x   0   x   0
      LAST-ACK     .   x   x   x   x   0   0   x   x   x   0
      TIME-WAIT    0   x   x   x   x   x   x   x   0   0   0
      """
    case .simultaneousOpenText:
      """
      a \\ b        Cld Lst SS  SR  Est FW1 FW2 CW  Clg LA  TW
      CLOSED       0   .   0   0   x   .   x   x   .   .   0
      LISTEN       .   x   .   x   x   x   x   x   x   x   x
      SYN-SENT     0   .   0   0   x   .   x   x   x   x   x
      SYN-RECEIVED 0   x   0   0   0   0   x   x   x   x   x
      ESTABLISHED  x   x   x   0   0   0   x   x   x   x   x
      FIN-WAIT-1   .   x   .   0   0   0   x   0   0   0   x
      FIN-WAIT-2   x   x   x   x   x   x   x   0   1   0   x
      CLOSE-WAIT   x   x   x   x   x   0   0   x   x   x   x
      CLOSING      .   x   x   x   x   0   1   x   0   x   0
      LAST-ACK     .   x   x   x   x   0   0   x   x   x   0
      TIME-WAIT    0   x   x   x   x   x   x   x   0   0   0
      """
    case .listenerSends:
      """
      a \\ b        Cld Lst SS  SR  Est FW1 FW2 CW  Clg LA  TW
      CLOSED       0   0   0   0   x   .   x   x   .   .   0
      LISTEN       .   x   .   x   x   x   x   x   x   x   x
      SYN-SENT     0   0   0   0   x   .   x   x   x   x   x
      SYN-RECEIVED 0   x   0   0   0   0   x   x   x   x   x
      ESTABLISHED  x   x   x   0   0   0   x   x   x   x   x
      FIN-WAIT-1   0   x   0   0   0   0   x   0   0   0   x
      FIN-WAIT-2   x   x   x   x   x   x   x   0   1   0   x
      CLOSE-WAIT   x   x   x   x   x   0   0   x   x   x   x
      CLOSING      .   x   x   x   x   0   1   x   0   x   0
      LAST-ACK     .   x   x   x   x   0   0   x   x   x   0
      TIME-WAIT    0   x   x   x   x   x   x   x   0   0   0
      """
    }
  }
}
