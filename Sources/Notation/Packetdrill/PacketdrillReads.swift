import Simulation
import TCP

/// Which RECEIVE comes back when.
struct PacketdrillReads {
  /// A RECEIVE that comes back.
  struct Read {
    /// The places of the call and of what makes it return; the same where it does not wait.
    let call: Int
    let end: Int
    let result: HostEvent.Received
    /// Whether `read` can stand at the call, and block: while it does, packetdrill makes no other call.
    let canBlock: Bool
  }

  private var byCall: [Int: Read] = [:]
  private var byEnd: [Int: [Read]] = [:]

  init(_ events: [HostEvent]) {
    var waiting: [(call: Int, isAlone: Bool)] = []
    for (position, event) in events.enumerated() {
      if event.isCallOrCrash { for index in waiting.indices { waiting[index].isAlone = false } }
      if case .call(.receive, let outcome) = event.cause, !outcome.isRejected {
        waiting.append((position, waiting.isEmpty && event.before.isSynchronized))
      }
      for result in event.received where !waiting.isEmpty {
        let (call, isAlone) = waiting.removeFirst()
        let read = Read(call: call, end: position, result: result, canBlock: isAlone && call < position)
        byCall[call] = read
        byEnd[position, default: []].append(read)
      }
      // What has gone with its connection never comes back.
      waiting.removeFirst(max(0, waiting.count - event.record.receive.outstandingReceives))
    }
  }

  /// The read that was called for at a place; nil where it never comes back.
  func called(at position: Int) -> Read? { byCall[position] }

  /// The reads that come back at a place, the oldest first.
  func ending(at position: Int) -> [Read] { byEnd[position] ?? [] }
}

extension Outcome {
  fileprivate var isRejected: Bool {
    switch self {
    case .rejected: true
    case .accepted, .ignored, .dropped: false
    }
  }
}

extension PacketdrillWriter {
  /// Room for whatever has come, **octets**.
  static let readSize = 65535

  mutating func writeReceive(_ event: HostEvent) {
    guard let read = reads.called(at: position) else { return comment("RECEIVE waits, and nothing comes") }
    guard read.end > position else { return }
    guard read.canBlock, sockets.isBlocking, let socket = sockets.connection else {
      return comment("RECEIVE waits; its read() stands where it returns")
    }
    blockingReads.insert(position)
    line(at: event.time, until: events[read.end].time, Self.text(of: read, socket))
  }

  /// The reads that come back with the event and have not been written where they were called for.
  mutating func writeReads(_ event: HostEvent) {
    var hasFailed = false
    for read in reads.ending(at: position) where !blockingReads.contains(read.call) {
      // A socket tells an error once.
      guard let socket = sockets.connection, !hasFailed else {
        comment("RECEIVE comes back: \(Self.words(for: read.result))")
        continue
      }
      line(at: event.time, Self.text(of: read, socket))
      if case .signal(let signal) = read.result, signal != .connectionClosing { hasFailed = true }
    }
  }

  private static func text(of read: PacketdrillReads.Read, _ socket: Int) -> String {
    "read(\(socket), ..., \(size(of: read.result))) = \(value(of: read.result))"
  }

  private static func size(of result: HostEvent.Received) -> Int {
    switch result {
    case .octets(let octets): max(octets, readSize)
    case .signal: readSize
    }
  }

  /// What `read` returns.
  private static func value(of result: HostEvent.Received) -> String {
    switch result {
    case .octets(let octets): "\(octets)"
    case .signal(.connectionClosing), .signal(.closing): "0"
    case .signal(.connectionReset): "-1 ECONNRESET (Connection reset by peer)"
    case .signal(.connectionRefused): "-1 ECONNREFUSED (Connection refused)"
    case .signal(.userTimeout), .signal(.timedOut): "-1 ETIMEDOUT (Connection timed out)"
    }
  }

  private static func words(for result: HostEvent.Received) -> String {
    switch result {
    case .octets(let octets): "\(octets) octets"
    case .signal(let signal): signal.rawValue
    }
  }
}
