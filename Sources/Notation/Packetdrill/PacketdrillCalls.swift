import Simulation
import TCP

/// The file descriptors of a script, numbered as they come.
struct PacketdrillSockets {
  /// The socket that listens.
  private(set) var listener: Int?
  /// The socket of the connection, once the user has it: from `connect`, or from `accept` on.
  private(set) var connection: Int?
  /// Whether the connection's socket blocks; it does not before `connect` is through.
  private(set) var isBlocking = false
  private var listenerHasConnection = false
  private var next = 3

  mutating func openListener() -> Int {
    listener = number()
    connection = nil
    listenerHasConnection = false
    return listener!
  }

  mutating func openConnection(isBlocking: Bool) -> Int {
    connection = number()
    self.isBlocking = isBlocking
    return connection!
  }

  mutating func makeBlocking() { isBlocking = true }

  /// Forgets the listening socket.
  ///
  /// - Returns: its number, to be closed.
  mutating func closeListener() -> Int? {
    defer { listener = nil }
    return listener
  }

  mutating func closeConnection() { connection = nil }

  /// Whether a connection that begins is the first of the listening socket.
  mutating func takeConnection() -> Bool {
    defer {
      listenerHasConnection = true
      connection = nil
    }
    return listener != nil && !listenerHasConnection
  }

  private mutating func number() -> Int {
    defer { next += 1 }
    return next
  }
}

extension PacketdrillWriter {
  mutating func write(_ call: Call, _ outcome: Outcome, _ event: HostEvent) {
    if case .rejected(let error) = outcome { return writeRejected(call, error, event) }
    switch call {
    case .openPassive: writeListen(event)
    case .openActive: writeConnect(event)
    case .send(let octets, _): writeSend(octets, event)
    case .receive: writeReceive(event)
    case .close: writeClose(event)
    case .abort: writeAbort(event)
    case .status: writeStatus(event)
    }
  }

  private mutating func writeListen(_ event: HostEvent) {
    guard event.before == .closed else {
      return comment("listen() beside a connection: packetdrill follows one socket, that of the connection")
    }
    speak()
    closeListener(at: event.time)
    let socket = sockets.openListener()
    line(at: event.time, "socket(..., SOCK_STREAM, IPPROTO_TCP) = \(socket)")
    line(at: event.time, "setsockopt(\(socket), SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0")
    line(at: event.time, "bind(\(socket), ..., ...) = 0")
    line(at: event.time, "listen(\(socket), 1) = 0")
  }

  /// `connect` must not block: while it did, no other call could be made.
  private mutating func writeConnect(_ event: HostEvent) {
    speak()
    if event.before == .listen { closeListener(at: event.time) }
    let socket = sockets.openConnection(isBlocking: false)
    line(at: event.time, "socket(..., SOCK_STREAM, IPPROTO_TCP) = \(socket)")
    line(at: event.time, "fcntl(\(socket), F_SETFL, O_RDWR|O_NONBLOCK) = 0")
    line(at: event.time, "connect(\(socket), ..., ...) = -1 EINPROGRESS (Operation now in progress)")
  }

  private mutating func closeListener(at time: Instant) {
    if let listener = sockets.closeListener() { line(at: time, "close(\(listener)) = 0") }
  }

  /// What a user learns when the connection is there, and what has waited for that.
  mutating func writeOpening(_ event: HostEvent) {
    if let socket = sockets.connection {
      line(at: event.time, "getsockopt(\(socket), SOL_SOCKET, SO_ERROR, [0], [4]) = 0")
      line(at: event.time, "fcntl(\(socket), F_SETFL, O_RDWR) = 0")
      sockets.makeBlocking()
    } else if let listener = sockets.listener {
      line(at: event.time, "accept(\(listener), ..., ...) = \(sockets.openConnection(isBlocking: true))")
    }
    guard let socket = sockets.connection else { return }
    for octets in waitingWrites { line(at: event.time, "write(\(socket), ..., \(octets)) = \(octets)") }
    waitingWrites = []
    if shutdownWaits { line(at: event.time, "shutdown(\(socket), SHUT_WR) = 0") }
    shutdownWaits = false
  }

  private mutating func writeSend(_ octets: Int, _ event: HostEvent) {
    if event.before == .listen { writeConnect(event) }
    if event.before.isSynchronized, let socket = sockets.connection {
      line(at: event.time, "write(\(socket), ..., \(octets)) = \(octets)")
    } else {
      waitingWrites.append(octets)
      comment("send(\(octets)) waits for the connection")
    }
  }

  private mutating func writeClose(_ event: HostEvent) {
    switch event.before {
    case .closed: comment("CLOSE")
    case .listen: closeListener(at: event.time)
    case .synSent:
      if let socket = sockets.connection { line(at: event.time, "close(\(socket)) = 0") }
      sockets.closeConnection()
    case .synReceived, .established, .finWait1, .finWait2, .closeWait, .closing, .lastAck, .timeWait:
      if let socket = sockets.connection {
        line(at: event.time, "shutdown(\(socket), SHUT_WR) = 0")
      } else if event.sent.isEmpty {
        shutdownWaits = true
        comment("CLOSE waits for the connection")
      } else {
        silence("before accept() returns, there is no socket for a CLOSE")
      }
    }
  }

  private mutating func writeAbort(_ event: HostEvent) {
    if event.before == .listen { return closeListener(at: event.time) }
    guard let socket = sockets.connection else {
      return silence("before accept() returns, there is no socket for an ABORT")
    }
    line(at: event.time, "setsockopt(\(socket), SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0")
    line(at: event.time, "close(\(socket)) = 0")
    sockets.closeConnection()
  }

  private mutating func writeStatus(_ event: HostEvent) {
    guard sockets.connection != nil, let name = Self.kernelName(of: event.after) else {
      return comment("STATUS: \(event.after)")
    }
    line(at: event.time, "%{ assert tcpi_state == \(name), tcpi_state }%")
  }

  /// What `TCP_INFO` calls a state; nil where a socket has none to ask, or the kernel answers CLOSE.
  private static func kernelName(of state: State) -> String? {
    switch state {
    case .closed, .listen, .timeWait: nil
    case .synSent: "TCP_SYN_SENT"
    case .synReceived: "TCP_SYN_RECV"
    case .established: "TCP_ESTABLISHED"
    case .finWait1: "TCP_FIN_WAIT1"
    case .finWait2: "TCP_FIN_WAIT2"
    case .closeWait: "TCP_CLOSE_WAIT"
    case .closing: "TCP_CLOSING"
    case .lastAck: "TCP_LAST_ACK"
    }
  }

  /// Calls that a socket refuses as the RFC does; the others are told.
  private mutating func writeRejected(_ call: Call, _ error: CallError, _ event: HostEvent) {
    if let socket = sockets.connection {
      switch (call, error) {
      case (.send(let octets, _), .connectionClosing):
        return line(
          at: event.time, "send(\(socket), ..., \(octets), MSG_NOSIGNAL) = -1 EPIPE (Broken pipe)")
      case (.send(let octets, _), .wouldBlock):
        return line(
          at: event.time, "write(\(socket), ..., \(octets)) = -1 EAGAIN (Resource temporarily unavailable)")
      // A socket still reads what the RFC's RECEIVE refuses after the FIN.
      case (.receive, .connectionClosing) where event.record.receive.readable == 0:
        return line(at: event.time, "read(\(socket), ..., \(Self.readSize)) = 0")
      default: break
      }
    }
    comment("\(call.keyword.uppercased()): \(error)")
  }
}
