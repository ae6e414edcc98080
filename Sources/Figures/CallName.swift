import TCP

extension Call {
  /// The call's name in capitals, with what it is given: `CONNECT`, `SEND 5`.
  public var displayName: String {
    switch self {
    case .openPassive: "LISTEN"
    case .openActive: "CONNECT"
    case .send(let octets, _): "SEND \(octets)"
    case .receive: "RECEIVE"
    case .close: "CLOSE"
    case .abort: "ABORT"
    case .status: "STATUS"
    }
  }
}
