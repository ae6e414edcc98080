import Simulation
import TCP
import Testing

extension Network {
  /// A run between two hosts; the numbers are those of the figures.
  init(
    a: [SequenceNumber] = [100], b: [SequenceNumber] = [300], profile: Profile = .rfc9293, windowOfB: Int = 65535
  ) {
    var settings = Settings()
    settings.endpoints.a = .init(profile: profile, initialSequenceNumbers: a)
    settings.endpoints.b = .init(profile: profile, initialSequenceNumbers: b, window: windowOfB)
    self.init(settings)
  }

  /// The connection that the figures of a close and of a half-open connection begin with: A has sent up to 100, B up
  /// to 300, and nothing is outstanding.
  static func established(
    a: [SequenceNumber] = [99], b: [SequenceNumber] = [299], profile: Profile = .rfc9293, windowOfB: Int = 65535
  ) -> Network {
    var network = Network(a: a, b: b, profile: profile, windowOfB: windowOfB)
    network.call(.openPassive, on: .b)
    network.call(.openActive(), on: .a)
    network.step(3)
    #expect(network.states == "ESTABLISHED ESTABLISHED")
    return network
  }

  var states: String { "\(state(of: .a)) \(state(of: .b))" }

  /// So many segments arrive, and whatever timers fire before.
  mutating func step(_ count: Int = 1) {
    for _ in 0..<count {
      guard !inFlight.isEmpty else {
        Issue.record("nothing is in flight")
        return
      }
      while advance() == false {}
    }
  }

  /// Segments arrive until none is in flight.
  mutating func settle() {
    var count = 0
    while !inFlight.isEmpty, count < 100 {
      advance()
      count += 1
    }
    #expect(count < 100)
  }

  /// Time passes, and what is due happens.
  mutating func wait(_ interval: Interval) {
    let end = now + interval
    while advance(to: end) != nil {}
    pass(to: end)
  }

  /// The run as the RFC draws it, a row for each departure and each arrival: A's state, the segment, B's state.
  /// `-->` departs or arrives, `...` is the other end of the way, `~~>` is injected, `--x` is lost.
  func ladder(from first: Int = 0) -> [String] {
    var rows: [String] = []
    var states = Pair(State.closed, State.closed)
    for (index, occurrence) in transcript.enumerated() {
      states[occurrence.host] = occurrence.record.state
      guard index >= first else { continue }
      let middle: String
      switch (occurrence.kind, occurrence.host) {
      case (.send(let segment, _, _), .a): middle = "--> \(segment) ..."
      case (.send(let segment, _, _), .b): middle = "... \(segment) <--"
      case (.arrive(let segment, .some, _), .b): middle = "... \(segment) -->"
      case (.arrive(let segment, .some, _), .a): middle = "<-- \(segment) ..."
      case (.arrive(let segment, nil, _), .b): middle = "... \(segment) ~~>"
      case (.arrive(let segment, nil, _), .a): middle = "<~~ \(segment) ..."
      case (.lost(let segment, _), .a): middle = "--x \(segment)"
      case (.lost(let segment, _), .b): middle = "\(segment) x--"
      case (.timeout(let timer), let host): middle = "(\(host): \(timer))"
      case (.crash, let host): middle = "(\(host): crash)"
      case (.signal(let signal, _), let host): middle = "(\(host): \(signal))"
      case (.call, _), (.state, _), (.duplicated, _), (.held, _), (.released, _), (.injected, _), (.deliver, _),
        (.expect, _):
        continue
      }
      rows.append("\(states.a) \(middle) \(states.b)")
    }
    return rows
  }
}

/// Compares a run with a figure. Spaces do not count; a number at the start of a row is the figure's line.
func expect(
  _ network: Network, from first: Int = 0, draws figure: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let rows = figure.split(separator: "\n").map { line -> String in
    var words = line.split(separator: " ")
    if let first = words.first, first.allSatisfy({ $0.isNumber || $0 == "." }) { words.removeFirst() }
    return words.joined(separator: " ")
  }
  #expect(network.ladder(from: first) == rows, sourceLocation: sourceLocation)
}
