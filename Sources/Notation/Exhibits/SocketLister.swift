import TCP

/// A program that lists sockets, and how it spells the states of a connection.
public enum SocketLister: CaseIterable, Sendable {
  /// `netstat` of net-tools on Linux.
  case netstat
  /// `ss` of iproute2.
  case ss
  /// `netstat` on Windows.
  case netstatWindows
  /// `display tcp` of H3C, Comware V7.
  case displayTCP

  /// - Returns: nil where nothing is known to be printed.
  /// - Note: Source: net-tools 2.10 and iproute2 6.1, run. Of Windows, LISTENING, ESTABLISHED and TIME_WAIT were seen on
  ///   the screen, and the others are spelled as Microsoft's page on netstat has them. Comware's manual.
  public func spelling(of state: State) -> String? {
    switch self {
    case .netstat: netstatSpelling(of: state)
    case .ss: ssSpelling(of: state)
    case .netstatWindows: windowsSpelling(of: state)
    case .displayTCP: state == .synReceived ? "SYN_RCVD" : state.withUnderscores
    }
  }

  private func netstatSpelling(of state: State) -> String {
    switch state {
    case .closed: "CLOSE"
    case .synReceived: "SYN_RECV"
    case .finWait1: "FIN_WAIT1"
    case .finWait2: "FIN_WAIT2"
    case .listen, .synSent, .established, .closeWait, .closing, .lastAck, .timeWait: state.withUnderscores
    }
  }

  private func ssSpelling(of state: State) -> String {
    switch state {
    case .closed: "UNCONN"
    case .synReceived: "SYN-RECV"
    case .established: "ESTAB"
    case .listen, .synSent, .finWait1, .finWait2, .closeWait, .closing, .lastAck, .timeWait: state.description
    }
  }

  private func windowsSpelling(of state: State) -> String? {
    switch state {
    case .listen: "LISTENING"
    case .synSent: "SYN_SEND"
    case .closing: nil
    case .closed, .synReceived, .established, .finWait1, .finWait2, .closeWait, .lastAck, .timeWait:
      state.withUnderscores
    }
  }
}

extension State {
  /// The name as the BSDs, Windows and Comware have it where each has no other: `CLOSE_WAIT`.
  fileprivate var withUnderscores: String { String(description.map { $0 == "-" ? "_" : $0 }) }
}
