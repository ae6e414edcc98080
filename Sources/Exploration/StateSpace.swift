import Simulation
import TCP

/// Packed worlds, and what can happen in each: the same as `World.steps` tells, in the same order.
struct StateSpace {
  /// What one move does.
  struct Step {
    let move: Move
    let world: PackedWorld
    /// What it breaks at each host, by number; 0 for nothing.
    var breaches: (a: Int32, b: Int32)
  }

  let model: Model
  private let countsFaults: Bool
  private(set) var machines: Machines
  private var channels: Channels
  /// The numbers of the calls, and of both timeouts.
  private let calls: (a: [Int32], b: [Int32])
  private let retransmission: Int32
  private let timeWait: Int32
  let start: PackedWorld

  /// - Parameters:
  ///   - model: what is explored.
  ///   - countsFaults: whether worlds differ by the faults that it took to get there.
  ///   - tracksGhosts: whether worlds differ by what laws have to know of incarnations.
  ///   - breach: what an event breaks; nil where nothing is broken.
  init(_ model: Model, countsFaults: Bool, tracksGhosts: Bool, breach: @escaping (Deed) -> String?) {
    var machines = Machines(tracksGhosts: tracksGhosts, breach: breach)
    var channels = Channels()
    let world = model.start
    func late(_ host: Host) -> Int32 {
      channels.number(of: Channel(late: world.late[host].map { machines.number(of: .arrival($0)) }))
    }
    start = PackedWorld(
      ends: (
        machines.number(of: End(endpoint: world.endpoints.a), at: .a),
        machines.number(of: End(endpoint: world.endpoints.b), at: .b)
      ),
      channels: (late(.a), late(.b)))
    calls = (
      model.calls.a.map { machines.number(of: .call($0)) }, model.calls.b.map { machines.number(of: .call($0)) }
    )
    retransmission = machines.number(of: .timeout(.retransmission))
    timeWait = machines.number(of: .timeout(.timeWait))
    self.model = model
    self.countsFaults = countsFaults
    self.machines = machines
    self.channels = channels
  }

  /// Both ends of a world.
  func ends(of world: PackedWorld) -> Pair<End> {
    Pair(machines.ends[Int(world.end(.a))], machines.ends[Int(world.end(.b))])
  }

  /// All that can happen next with so many faults, in the order of `World.steps`.
  mutating func steps(from world: PackedWorld, faults: ClosedRange<Int>, into steps: inout [Step]) {
    for host in Host.allCases {
      if faults.contains(0) { makeNextCall(of: host, world, &steps) }
      deliver(to: host, world, faults, &steps)
    }
    if faults.contains(0) { passTime(world, &steps) }
  }

  private mutating func makeNextCall(of host: Host, _ world: PackedWorld, _ steps: inout [Step]) {
    let calls = host == .a ? calls.a : calls.b
    for place in world.made(host)..<calls.count {
      let answer = machines.answer(of: world.end(host), to: calls[place])
      if answer.isRejected { continue }
      var next = after(answer, at: host, of: world)
      next.setMade(place + 1, host)
      steps.append(Step(move: .call(host, place: UInt8(place)), world: next, breaches: breaches(answer, host)))
      return
    }
  }

  private mutating func deliver(
    to host: Host, _ world: PackedWorld, _ faults: ClosedRange<Int>, _ steps: inout [Step]
  ) {
    let channel = world.channel(host)
    guard channel != 0 else { return }
    let count = channels.count(of: channel)
    var departure = channels.start(of: channel)
    for place in 0..<UInt8(count.underWay) {
      arrive(.arrival(host, place: place, doubled: false), host, departure, rests: true, world, faults, &steps)
      arrive(.arrival(host, place: place, doubled: true), host, departure, rests: false, world, faults, &steps)
      departure += 1
    }
    if count.underWay > 0 {
      if faults.contains(1) {
        for move in [Move.loss(host), .lateness(host)] {
          var next = world
          next.setChannel(channels[departure].rest, host)
          if countsFaults { next.addFaults(1) }
          steps.append(Step(move: move, world: next, breaches: (0, 0)))
          departure += 1
        }
      } else {
        departure += 2
      }
    }
    for place in 0..<UInt8(count.late) {
      arrive(.lateArrival(host, place: place, doubled: false), host, departure, rests: true, world, faults, &steps)
      arrive(.lateArrival(host, place: place, doubled: true), host, departure, rests: false, world, faults, &steps)
      departure += 1
    }
  }

  /// - Parameter rests: whether the channel is left without the segment.
  private mutating func arrive(
    _ move: Move, _ host: Host, _ departure: Int, rests: Bool, _ world: PackedWorld, _ faults: ClosedRange<Int>,
    _ steps: inout [Step]
  ) {
    guard faults.contains(move.faults) else { return }
    let departure = channels[departure]
    let answer = machines.answer(of: world.end(host), to: departure.segment)
    var next = world
    if rests { next.setChannel(departure.rest, host) }
    next = after(answer, at: host, of: next)
    if countsFaults { next.addFaults(move.faults) }
    steps.append(Step(move: move, world: next, breaches: breaches(answer, host)))
  }

  /// Timers fire; see `World.steps` for which may.
  private mutating func passTime(_ world: PackedWorld, _ steps: inout [Step]) {
    guard channels.count(of: world.channel(.a)).underWay == 0, channels.count(of: world.channel(.b)).underWay == 0
    else { return }
    let armed = (a: machines.armed[Int(world.end(.a))], b: machines.armed[Int(world.end(.b))])
    if armed.a.retransmission { timeOut(retransmission, .retransmission(.a), .a, world, &steps) }
    if armed.b.retransmission { timeOut(retransmission, .retransmission(.b), .b, world, &steps) }
    if armed.a.retransmission, armed.b.retransmission {
      let first = machines.answer(of: world.end(.a), to: retransmission)
      let second = machines.answer(of: world.end(.b), to: retransmission)
      steps.append(
        Step(
          move: .bothRetransmissions, world: after(second, at: .b, of: after(first, at: .a, of: world)),
          breaches: (first.breach, second.breach)))
    }
    let isQuiet = !armed.a.retransmission && !armed.b.retransmission && world.channels == 0
    guard isQuiet || model.timeWaitMayEndEarly else { return }
    if armed.a.timeWait { timeOut(timeWait, .timeWait(.a), .a, world, &steps) }
    if armed.b.timeWait { timeOut(timeWait, .timeWait(.b), .b, world, &steps) }
  }

  private mutating func timeOut(
    _ timeout: Int32, _ move: Move, _ host: Host, _ world: PackedWorld, _ steps: inout [Step]
  ) {
    let answer = machines.answer(of: world.end(host), to: timeout)
    steps.append(Step(move: move, world: after(answer, at: host, of: world), breaches: breaches(answer, host)))
  }

  private func breaches(_ answer: Machines.Answer, _ host: Host) -> (a: Int32, b: Int32) {
    host == .a ? (answer.breach, 0) : (0, answer.breach)
  }

  /// A world in which a host has answered; what it sends is under way.
  private mutating func after(_ answer: Machines.Answer, at host: Host, of world: PackedWorld) -> PackedWorld {
    var next = world
    next.setEnd(answer.end, host)
    if answer.output != 0 {
      let channel = channels.sending(answer.output, to: next.channel(host.peer), machines.segments)
      next.setChannel(channel, host.peer)
    }
    return next
  }
}

// MARK: - What stands where in a packed world

extension PackedWorld {
  fileprivate init(ends: (Int32, Int32), channels: (Int32, Int32)) {
    self.ends = UInt64(ends.0) << 44 | UInt64(ends.1) << 24
    self.channels = UInt64(channels.0) << 32 | UInt64(channels.1)
  }

  func end(_ host: Host) -> Int32 { Int32(truncatingIfNeeded: ends >> (host == .a ? 44 : 24) & 0xf_ffff) }

  fileprivate mutating func setEnd(_ number: Int32, _ host: Host) {
    let place: UInt64 = host == .a ? 44 : 24
    ends = ends & ~(0xf_ffff << place) | UInt64(number) << place
  }

  fileprivate func made(_ host: Host) -> Int { Int(ends >> (host == .a ? 16 : 8) & 0xff) }

  fileprivate mutating func setMade(_ count: Int, _ host: Host) {
    let place: UInt64 = host == .a ? 16 : 8
    ends = ends & ~(0xff << place) | UInt64(count) << place
  }

  var faults: Int { Int(ends & 0xff) }

  fileprivate mutating func addFaults(_ count: Int) { ends += UInt64(count) }

  fileprivate func channel(_ host: Host) -> Int32 {
    Int32(truncatingIfNeeded: host == .a ? channels >> 32 : channels & 0xffff_ffff)
  }

  fileprivate mutating func setChannel(_ number: Int32, _ host: Host) {
    let place: UInt64 = host == .a ? 32 : 0
    channels = channels & ~(0xffff_ffff << place) | UInt64(number) << place
  }
}
