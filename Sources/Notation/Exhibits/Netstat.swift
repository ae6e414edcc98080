import TCP

extension Exhibit {
  /// `netstat -tan` on Linux.
  ///
  /// - Note: Source: net-tools 2.10, run.
  static let netstat = Exhibit("netstat") { network, host, count in
    func row(_ columns: [String]) -> String {
      "\(columns[0].padded(5)) \(columns[1].rightAligned(6)) \(columns[2].rightAligned(6)) \(columns[3].padded(23)) "
        + "\(columns[4].padded(23)) \(columns[5])"
    }
    let head = ["Proto", "Recv-Q", "Send-Q", "Local Address", "Foreign Address", "State"]
    let entry = SocketEntry(of: host, in: network, after: count).map { socket in
      [
        "tcp", String(socket.receiveQueue), String(socket.sendQueue), socket.local, socket.foreign(any: "*"),
        SocketLister.netstat.spelling(of: socket.state) ?? "",
      ]
    }
    return ["Active Internet connections (servers and established)", row(head)] + (entry.map { [row($0)] } ?? [])
  }
}
