import TCP

extension Exhibit {
  /// `ss -tan`: a column is as wide as what stands in it, and addresses end where their ports begin.
  ///
  /// - Note: Source: iproute2 6.1, run; without the empty column for processes.
  static let ss = Exhibit("ss") { network, host, count in
    var rows = [["State", "Recv-Q", "Send-Q", "Local Address", "Port", "Peer Address", "Port"]]
    if let socket = SocketEntry(of: host, in: network, after: count) {
      rows.append([
        SocketLister.ss.spelling(of: socket.state) ?? "", String(socket.receiveQueue), String(socket.sendQueue),
        socket.localAddress,
        socket.localPort, socket.foreign?.address ?? "0.0.0.0", socket.foreign?.port ?? "*",
      ])
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      func socket(_ column: Int) -> String {
        "\(row[column].rightAligned(widths[column])):\(row[column + 1].padded(widths[column + 1]))"
      }
      let queues = (0...2).map { row[$0].padded(widths[$0]) }
      return (queues + [socket(3), socket(5)]).joined(separator: " ").withoutBlanksAtEnd
    }
  }
}
