import TCP

extension Exhibit {
  /// `netstat -an` on Windows.
  ///
  /// LISTENING, ESTABLISHED and TIME_WAIT were seen on the screen; the other states are spelled as Microsoft's page on
  /// netstat has them.
  static let netstatWindows = Exhibit("netstat-windows") { network, host, count in
    func row(_ columns: [String]) -> String {
      "  \(columns[0].padded(7))\(columns[1].padded(23))\(columns[2].padded(23))\(columns[3])"
    }
    let head = ["Active Connections", "", row(["Proto", "Local Address", "Foreign Address", "State"])]
    guard let socket = SocketEntry(of: host, in: network, after: count) else { return head }
    guard let state = spelling(of: socket.state) else { return nil }
    return head + [row(["TCP", socket.local, socket.foreign(any: "0"), state])]
  }

  private static func spelling(of state: State) -> String? {
    switch state {
    case .listen: "LISTENING"
    case .synSent: "SYN_SEND"
    case .closing: nil
    case .closed, .synReceived, .established, .finWait1, .finWait2, .closeWait, .lastAck, .timeWait:
      state.withUnderscores
    }
  }
}
