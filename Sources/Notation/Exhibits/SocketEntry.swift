import Simulation
import TCP

/// What programs that list sockets have to tell of a host's connection.
struct SocketEntry {
  let state: State
  /// `192.0.2.1`; a listener's is `0.0.0.0`, which is any.
  let localAddress: String
  let localPort: String
  /// Nil where there is no peer yet.
  let foreign: (address: String, port: String)?
  /// Octets of text that the user has not asked for, or connections that wait for `accept`.
  let receiveQueue: Int
  /// Numbers not acknowledged and octets not sent, or how many connections may wait.
  let sendQueue: Int

  /// - Parameter count: how many occurrences have happened; all of them if nil.
  /// - Returns: nil in CLOSED, of which no program shows a line.
  init?(of host: Host, in network: Network, after count: Int?) {
    let past = network.transcript.prefix(max(0, count ?? network.transcript.count))
    guard let record = past.last(where: { $0.host == host })?.record, record.state != .closed else { return nil }
    state = record.state
    localPort = String(Datagram.port(of: host))
    guard record.state != .listen else {
      localAddress = "0.0.0.0"
      foreign = nil
      receiveQueue = 0
      sendQueue = Self.backlog
      return
    }
    localAddress = Datagram.addressText(of: host)
    foreign = (Datagram.addressText(of: host.peer), String(Datagram.port(of: host.peer)))
    receiveQueue = record.receive.readable
    // Linux keeps a connection that came to a listener apart until it is there, and shows nothing of its queues.
    let isEmbryonic = record.state == .synReceived && record.openedPassively
    sendQueue = isEmbryonic ? 0 : (record.send.nxt - record.send.una) + record.send.unsent
  }

  /// How many connections may wait at a listener of which nothing else is said: what was usual before Linux 5.4.
  private static let backlog = 128

  /// `192.0.2.1:49152`.
  var local: String { "\(localAddress):\(localPort)" }

  /// `192.0.2.2:80`.
  ///
  /// - Parameter any: how the program writes the port of a peer that is not there yet.
  func foreign(any: String) -> String { foreign.map { "\($0.address):\($0.port)" } ?? "0.0.0.0:\(any)" }
}

extension String {
  /// The text with blanks behind it, or with blanks before it, up to a width.
  func padded(_ columns: Int) -> String { self + String(repeating: " ", count: max(0, columns - count)) }
  func rightAligned(_ columns: Int) -> String { String(repeating: " ", count: max(0, columns - count)) + self }

  var withoutBlanksAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
