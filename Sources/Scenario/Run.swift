import Bilingual
import Simulation
import TCP

/// A script being played, or played to its end: a value, so that a copy is "what if" and the old one is undo.
public struct Run: Sendable {
  public let file: String
  public private(set) var network: Network
  /// Expectations that did not hold, in order.
  public private(set) var failures: [Diagnostic] = []
  /// Why the run stopped before its end; nil if it did not.
  public private(set) var stop: Diagnostic?
  private var eventCount = 0
  /// Where in the transcript the last `step`, `settle` or `wait` began.
  private var windowStart = 0

  /// How many events a run may have.
  public static let eventLimit = 10_000
  /// How long a run may last: some hundred years, far from where the clock would overflow.
  static let end = Instant(nanoseconds: 4_000_000_000_000_000_000)
  /// How many events one `settle` may have.
  public static let settleLimit = 1_000

  public init(_ settings: Network.Settings = .init(), file: String = "") {
    self.file = file
    network = Network(settings)
  }

  /// Plays a script to its end, or to where it can't go on.
  public init(playing script: Script) {
    self.init(script.settings, file: script.file)
    for statement in script.statements { play(statement) }
  }

  public var transcript: Transcript { network.transcript }

  /// Whether it came to its end and every expectation held.
  public var isSound: Bool { failures.isEmpty && stop == nil }

  /// Plays one statement; does nothing once the run has stopped.
  public mutating func play(_ statement: Statement) {
    guard stop == nil else { return }
    do throws(Problem) {
      try perform(statement)
    } catch {
      stop = diagnostic(error, statement)
    }
  }

  /// Plays one action that no line of a script asked for, as when somebody tries something out.
  public mutating func play(_ action: Action) {
    play(Statement(action: action, location: SourceLocation(line: 0), text: ""))
  }

  /// Goes on, by arrivals and timers, until something that is waited for happens, or nothing more will.
  public mutating func playOn(until isAwaited: (Occurrence) -> Bool) {
    guard stop == nil else { return }
    do throws(Problem) {
      var seen = transcript.count
      while try advance(to: nil) != nil {
        if transcript[seen...].contains(where: isAwaited) { return }
        seen = transcript.count
      }
    } catch {
      stop = diagnostic(error, Statement(action: .settle, location: SourceLocation(line: 0), text: ""))
    }
  }

  /// Makes it so that another segment was sent in the place of one in flight; does nothing if that has arrived.
  public mutating func substitute(_ segment: Segment, for number: Int) {
    try? network.substitute(segment, for: number)
  }

  private func diagnostic(_ problem: Problem, _ statement: Statement) -> Diagnostic {
    Diagnostic(
      file: file, location: statement.location,
      sourceLine: String(repeating: " ", count: max(0, statement.location.column - 1)) + statement.text,
      message: problem.message, hint: problem.hint)
  }
}

/// Why a statement can't be carried out, or does not hold.
private struct Problem: Error {
  var message: Localized
  var hint: Localized?
}

// MARK: - Actions

extension Run {
  private mutating func perform(_ statement: Statement) throws(Problem) {
    switch statement.action {
    case .call(let host, let call): network.call(call, on: host)
    case .crash(let host): network.crash(host)
    case .step(let count): try step(count)
    case .settle: try settle()
    case .wait(let interval): try wait(interval)
    case .waitUntil(let host, let state): try wait(until: host, is: state)
    case .plan(let fault): network.plan(fault)
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
    case .inject(let host, let segment): network.inject(segment, at: host)
    case .expect(let expectation): check(expectation, statement)
    }
  }

  private mutating func onWire(
    _ action: (inout Network) throws(Network.WireError) -> Void
  ) throws(Problem) {
    do throws(Network.WireError) {
      try action(&network)
    } catch {
      switch error {
      case .notInFlight(let number):
        let numbers = network.inFlight.map { "#\($0.number)" }
        throw Problem(
          message: Localized(zh: "报文段 #\(number) 不在途中", en: "segment #\(number) is not in flight"),
          hint: numbers.isEmpty
            ? Localized(zh: "此刻途中没有报文段", en: "nothing is in flight here")
            : Localized(
              zh: "此刻在途的有：\(numbers.joined(separator: "、"))", en: "in flight here: \(numbers.joined(separator: ", "))"))
      case .notHeld(let number):
        throw Problem(
          message: Localized(zh: "报文段 #\(number) 没有被扣留", en: "segment #\(number) is not held back"))
      case .nothingHeld:
        throw Problem(message: Localized(zh: "没有被扣留的报文段", en: "nothing is held back"))
      case .tooFewInFlight(let count):
        throw Problem(
          message: Localized(
            zh: "途中有 \(count) 个报文段，至少要有两个才能超越", en: "overtaking takes two segments in flight, and there are \(count)"))
      }
    }
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
    var count = 0
    while !network.inFlight.isEmpty {
      guard count < Self.settleLimit else {
        throw Problem(
          message: Localized(
            zh: "经过 \(Self.settleLimit) 个事件仍未平静", en: "it has not settled after \(Self.settleLimit) events"))
      }
      _ = try advance(to: nil)
      count += 1
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

  private mutating func advance(to limit: Instant?) throws(Problem) -> Bool? {
    guard eventCount < Self.eventLimit else {
      throw Problem(
        message: Localized(zh: "运行超过 \(Self.eventLimit) 个事件", en: "the run has had more than \(Self.eventLimit) events")
      )
    }
    guard network.now <= Self.end else {
      throw Problem(message: Localized(zh: "运行超过一百年", en: "the run has lasted for more than a hundred years"))
    }
    let event = network.advance(to: limit)
    if event != nil { eventCount += 1 }
    return event
  }
}

// MARK: - Expectations

extension Run {
  private mutating func check(_ expectation: Expectation, _ statement: Statement) {
    let (host, problem) = verdict(on: expectation)
    network.note(expectation: statement.text, of: host, holds: problem == nil)
    if let problem { failures.append(diagnostic(problem, statement)) }
  }

  /// The host that an expectation is about, and what is wrong with it; nil where it holds.
  private func verdict(on expectation: Expectation) -> (Host, Problem?) {
    switch expectation {
    case .states(let states):
      let wrong = states.filter { network.state(of: $0.host) != $0.state }
      guard let first = wrong.first else { return (states[0].host, nil) }
      let zh = wrong.map { "\(name($0.host)) 是 \(network.state(of: $0.host))，不是 \($0.state)" }
      let en = wrong.map { "\(name($0.host)) is \(network.state(of: $0.host)), not \($0.state)" }
      return (
        first.host, Problem(message: Localized(zh: zh.joined(separator: "；"), en: en.joined(separator: "; ")))
      )
    case .sent(let host, let control, let seq, let ack, let length):
      let sent = sentInWindow(by: host)
      let holds = sent.contains { segment in
        segment.control == control && (seq == nil || segment.seq == seq)
          && (ack == nil || (segment.has(.ack) && segment.ack == ack)) && (length == nil || segment.text == length)
      }
      return (host, holds ? nil : unsent(by: host, sent))
    case .sentNothing(let host):
      let sent = sentInWindow(by: host)
      return (host, sent.isEmpty ? nil : unsent(by: host, sent))
    case .signal(let host, let text):
      let signals = transcript[windowStart...].compactMap { occurrence -> String? in
        guard occurrence.host == host, case .signal(let signal, _) = occurrence.kind else { return nil }
        return signal.rawValue
      }
      guard !signals.contains(text) else { return (host, nil) }
      let actual = signals.map { "\"\($0)\"" }
      return (
        host,
        Problem(
          message: actual.isEmpty
            ? Localized(zh: "\(name(host)) 没有收到任何通知", en: "\(name(host)) was told nothing")
            : Localized(
              zh: "\(name(host)) 收到的通知是 \(actual.joined(separator: "、"))",
              en: "\(name(host)) was told \(actual.joined(separator: ", "))"))
      )
    case .inFlight(let count):
      let actual = network.inFlight.count
      return (
        .a,
        actual == count
          ? nil
          : Problem(
            message: Localized(zh: "在途报文段有 \(actual) 个，不是 \(count) 个", en: "\(actual) in flight, not \(count)"))
      )
    }
  }

  private func name(_ host: Host) -> String { network.settings.names[host] }

  private func sentInWindow(by host: Host) -> [Segment] {
    transcript[windowStart...].compactMap { occurrence in
      guard occurrence.host == host, case .send(let segment, _, _) = occurrence.kind else { return nil }
      return segment
    }
  }

  private func unsent(by host: Host, _ sent: [Segment]) -> Problem {
    guard !sent.isEmpty else {
      return Problem(message: Localized(zh: "\(name(host)) 什么也没有发送", en: "\(name(host)) has sent nothing"))
    }
    let list = sent.map(\.description)
    return Problem(
      message: Localized(
        zh: "\(name(host)) 发送的是 \(list.joined(separator: "；"))",
        en: "\(name(host)) has sent \(list.joined(separator: "; "))"))
  }
}
