import TCP

extension Exhibit {
  /// `display tcp` on a router or switch of H3C, Comware V7; the number of the control block is 1.
  static let displayTCP = Exhibit("display-tcp") { network, host, count in
    func row(_ columns: [String]) -> String {
      " \(columns[0].padded(22))\(columns[1].padded(22))\(columns[2].padded(12))\(columns[3])"
    }
    let entry = SocketEntry(of: host, in: network, after: count).map { socket in
      [
        socket.local, socket.foreign(any: "0"), SocketLister.displayTCP.spelling(of: socket.state) ?? "",
        "0x0000000000000001",
      ]
    }
    return [row(["Local Addr:port", "Foreign Addr:port", "State", "PCB"])] + (entry.map { [row($0)] } ?? [])
  }
}
