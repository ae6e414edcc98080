import TCP

extension Exhibit {
  /// `netstat -an` on Windows.
  static let netstatWindows = Exhibit("netstat-windows") { network, host, count in
    func row(_ columns: [String]) -> String {
      "  \(columns[0].padded(7))\(columns[1].padded(23))\(columns[2].padded(23))\(columns[3])"
    }
    let head = ["Active Connections", "", row(["Proto", "Local Address", "Foreign Address", "State"])]
    guard let socket = SocketEntry(of: host, in: network, after: count) else { return head }
    guard let state = SocketLister.netstatWindows.spelling(of: socket.state) else { return nil }
    return head + [row(["TCP", socket.local, socket.foreign(any: "0"), state])]
  }
}
