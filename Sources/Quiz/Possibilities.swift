import Simulation
import TCP

/// What may come of a moment: every order of the calls that are left open, of arrivals and of losses is played.
struct Possibilities {
  /// The states that each host enters in one run or another.
  private(set) var entered = Pair<Set<State>>([], [])
  /// The control bits of what each host sends in one run or another.
  private(set) var sent = Pair<Set<ControlBits>>([], [])
  /// Both ends' states after each event of each run, and at the beginning.
  private(set) var pairs: Set<Pair<State>> = []

  /// How many different moments are looked at before it is called too much.
  static let limit = 20_000

  private struct Moment {
    var network: Network
    /// How many of its calls each user has made or passed over.
    var made = Pair(0, 0)
    var losses: Int
  }

  /// A moment as far as its future depends on it.
  private struct Key: Hashable {
    let endpoints: Pair<Endpoint>
    let underWay: Pair<[Segment]>
    let made: Pair<Int>
    let losses: Int

    init(_ moment: Moment) {
      endpoints = moment.network.endpoints
      let inFlight = moment.network.inFlight
      underWay = Pair(
        inFlight.filter { $0.from == .a }.map(\.segment), inFlight.filter { $0.from == .b }.map(\.segment))
      made = moment.made
      losses = moment.losses
    }
  }

  /// - Returns: nil where there is more than `limit` allows.
  init?(of network: Network, calls: Pair<[Call]>, losses: Int) {
    var open = [Moment(network: network, losses: losses)]
    var known: Set<Key> = []
    while let moment = open.popLast() {
      pairs.insert(Pair(moment.network.state(of: .a), moment.network.state(of: .b)))
      for next in Self.successors(of: moment, calls) {
        note(next.network, since: moment.network.transcript.count)
        if known.insert(Key(next)).inserted { open.append(next) }
      }
      if known.count > Self.limit { return nil }
    }
  }

  private mutating func note(_ network: Network, since start: Int) {
    for occurrence in network.transcript[start...] {
      switch occurrence.kind {
      case .state(_, let state): entered[occurrence.host].insert(state)
      case .send(let segment, _, _): sent[occurrence.host].insert(segment.control)
      case .call, .arrive, .lost, .duplicated, .held, .released, .injected, .timeout, .signal, .deliver, .crash,
        .expect:
        break
      }
    }
  }

  private static func successors(of moment: Moment, _ calls: Pair<[Call]>) -> [Moment] {
    var next: [Moment] = []
    for host in Host.allCases {
      // A call that is refused now may be passed over for a later one.
      for place in moment.made[host]..<calls[host].count {
        var called = moment
        called.made[host] = place + 1
        if case .rejected = called.network.call(calls[host][place], on: host) { continue }
        next.append(called)
        break
      }
    }
    for number in Set(moment.network.inFlight.map(\.number)).sorted() {
      var arrived = moment
      try? arrived.network.deliver(number: number)
      next.append(arrived)
      guard moment.losses > 0 else { continue }
      var lost = moment
      lost.losses -= 1
      try? lost.network.lose(number: number)
      next.append(lost)
    }
    if moment.network.inFlight.isEmpty {
      var waited = moment
      if waited.network.advance() != nil { next.append(waited) }
    }
    return next
  }
}
