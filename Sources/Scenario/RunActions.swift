import Bilingual
import Simulation
import TCP

extension Run {
  mutating func perform(_ statement: Statement) throws(Problem) {
    switch statement.action {
    case .call(let host, let call): try happen { network in network.call(call, on: host) }
    case .crash(let host): try happen { network in network.crash(host) }
    case .step(let count): try step(count)
    case .settle: try settle()
    case .wait(let interval): try wait(interval)
    case .waitUntil(let host, let state): try wait(until: host, is: state)
    case .plan(let fault): try plan(fault)
    case .lose(let number): try onWire { network throws(Network.WireError) in try network.lose(number: number) }
    case .duplicate(let number):
      try onWire { network throws(Network.WireError) in try network.duplicate(number: number) }
    case .hold(let number): try onWire { network throws(Network.WireError) in try network.hold(number: number) }
    case .delay(let number, let interval):
      guard let arrival = network.inFlight.first(where: { $0.number == number })?.arrival, arrival > Self.end else {
        try onWire { network throws(Network.WireError) in try network.delay(number: number, by: interval) }
        return
      }
      throw Problem(message: Localized(zh: "报文段 #\(number) 已经耽搁了一百年", en: "segment #\(number) is a hundred years late"))
    case .deliver(let number): try onWire { network throws(Network.WireError) in try network.deliver(number: number) }
    case .release(let number): try onWire { network throws(Network.WireError) in try network.release(number: number) }
    case .overtake: try onWire { network throws(Network.WireError) in try network.overtake() }
    case .inject(let host, let segment): try happen { network in network.inject(segment, at: host) }
    case .expect(let expectation): try check(expectation, statement)
    }
  }

  /// Does something on the wire.
  private mutating func onWire(
    _ deed: (inout Network) throws(Network.WireError) -> Void
  ) throws(Problem) {
    let refusal = try happen { network -> Network.WireError? in
      do throws(Network.WireError) {
        try deed(&network)
        return nil
      } catch {
        return error
      }
    }
    if let refusal { throw problem(refusal) }
  }

  private func problem(_ refusal: Network.WireError) -> Problem {
    switch refusal {
    case .notInFlight(let number):
      let numbers = network.inFlight.map { "#\($0.number)" }
      return Problem(
        message: Localized(zh: "报文段 #\(number) 不在途中", en: "segment #\(number) is not in flight"),
        hint: numbers.isEmpty
          ? Localized(zh: "此刻途中没有报文段", en: "nothing is in flight here")
          : Localized(
            zh: "此刻在途的有：\(numbers.joined(separator: "、"))", en: "in flight here: \(numbers.joined(separator: ", "))"))
    case .notHeld(let number):
      return Problem(message: Localized(zh: "报文段 #\(number) 没有被扣留", en: "segment #\(number) is not held back"))
    case .nothingHeld:
      return Problem(message: Localized(zh: "没有被扣留的报文段", en: "nothing is held back"))
    case .tooFewInFlight(let count):
      return Problem(
        message: Localized(
          zh: "途中有 \(count) 个报文段，至少要有两个才能超越", en: "overtaking takes two segments in flight, and there are \(count)"))
    }
  }

  private mutating func plan(_ fault: Fault) throws(Problem) {
    guard network.plans.count < Self.planLimit else { throw Self.tooManyPlans }
    network.plan(fault)
  }

  private mutating func step(_ count: Int) throws(Problem) {
    windowStart = transcript.count
    for _ in 0..<count {
      guard !network.inFlight.isEmpty else {
        throw Problem(
          message: Localized(zh: "途中没有报文段，无法前进一步", en: "nothing is in flight, so no segment can arrive"),
          hint: Localized(
            zh: "要等计时器，用 wait；要到静止为止，用 settle",
            en: "to let timers fire use wait; to go on until all is quiet use settle"))
      }
      while try advance(to: nil) == false {}
    }
  }

  private mutating func settle() throws(Problem) {
    windowStart = transcript.count
    var steps = 0
    while !network.inFlight.isEmpty {
      guard steps < Self.settleLimit else { throw Self.unsettled }
      if try advance(to: nil) == true { steps += 1 }
    }
  }

  private mutating func wait(_ interval: Interval) throws(Problem) {
    windowStart = transcript.count
    let end = min(network.now + interval, Self.end + .seconds(1))
    while try advance(to: end) != nil {}
    network.pass(to: end)
  }

  private mutating func wait(until host: Host, is state: State) throws(Problem) {
    windowStart = transcript.count
    while network.state(of: host) != state {
      guard try advance(to: nil) != nil else {
        let name = network.settings.names[host]
        throw Problem(
          message: Localized(
            zh: "\(name) 等不到 \(state)：此后再无事件，它停在 \(network.state(of: host))",
            en: "\(name) never gets to \(state): nothing more happens, and it stays \(network.state(of: host))"))
      }
    }
  }

  mutating func advance(to limit: Instant?) throws(Problem) -> Bool? {
    guard network.now <= Self.end else { throw Self.tooLate }
    return try happen { network in network.advance(to: limit) }
  }
}
