import Bilingual
import Scenario
import Simulation
import TCP

/// How it ends where an end believes something wrong: each end's state, whether there is a connection, and what it would
/// take to recover. All of it is computed, by playing on until nothing more happens.
struct Ending: Sendable {
  private let run: Run
  private let names: Pair<Localized>
  private let sequel: Sequel

  /// What becomes of it.
  private enum Sequel {
    /// It ends as it would have done anyway.
    case harmless
    /// It does so, and a host has got so many bytes less.
    case short(Host, octets: Int)
    /// It does so because a host sends something again.
    case mended(by: Host, after: Interval, sending: Segment, states: Pair<State>)
    /// The ends answer each other for ever.
    case endless
    case told(Notice)
    /// Nothing happens until the application at a host sends something.
    case untilSent(by: Host, Notice)
    /// Nothing more happens.
    case lasting(isConnected: Bool)
  }

  /// That an application is told of the end of its connection.
  private struct Notice {
    let host: Host
    let signal: Signal
    /// How long after.
    let delay: Interval
  }

  /// - Parameters:
  ///   - run: where what is believed has come to rest.
  ///   - start: how much of it had happened when that began.
  ///   - solution: what would have been.
  init(of run: Run, since start: Int, insteadOf solution: Solution) {
    self.run = run
    names = solution.names
    var right = solution.after
    _ = right.rest()
    sequel = Self.sequel(of: run, since: start, right: right)
  }

  private static func sequel(of run: Run, since start: Int, right: Run) -> Sequel {
    var later = run
    guard later.rest() else { return .endless }
    if later.states == right.states, later.network.numbersAgree {
      if let (host, octets) = later.network.shortfall(from: right.network) { return .short(host, octets: octets) }
      guard run.states != right.states, let again = later.firstRetransmission(from: run.transcript.count) else {
        return .harmless
      }
      return .mended(
        by: again.host, after: again.time - run.network.now, sending: again.segment, states: later.states)
    }
    if let notice = notice(in: later, from: start, since: run) { return .told(notice) }
    for host in Host.allCases where later.network.state(of: host).isSynchronized {
      var tried = later
      tried.play(.call(host, .send(octets: 1)))
      _ = tried.rest()
      if let notice = notice(in: tried, from: later.transcript.count, since: later) {
        return .untilSent(by: host, notice)
      }
    }
    return .lasting(isConnected: Host.allCases.contains { later.network.state(of: $0).isSynchronized })
  }

  /// The first time from a place on that an application is told of the end of its connection.
  private static func notice(in run: Run, from place: Int, since earlier: Run) -> Notice? {
    for occurrence in run.transcript[place...] {
      guard case .signal(let signal, _) = occurrence.kind else { continue }
      switch signal {
      case .connectionReset, .connectionRefused, .userTimeout, .timedOut:
        return Notice(
          host: occurrence.host, signal: signal, delay: max(.zero, occurrence.time - earlier.network.now))
      case .connectionClosing, .closing: continue
      }
    }
    return nil
  }

  // MARK: Words

  func text(_ notation: NumberNotation) -> Localized {
    var numbering = Numbering(
      letters: run.network.settings.letters, spaces: SequenceSpaces(of: run.transcript[...]))
    numbering.notation = notation
    let (there, then) = (situation(numbering), sequelText(numbering))
    return Localized(zh: there.zh + "。" + then.zh, en: there.en + ". " + then.en).asSentence
  }

  private func situation(_ numbering: Numbering) -> Localized {
    let states = run.states
    let place =
      states.a == states.b
      ? Localized(zh: "到此两端都处于 \(states.a)", en: "That leaves both ends in \(states.a)")
      : Localized(
        zh: "到此 \(names.a.zh) 处于 \(states.a)，\(names.b.zh) 处于 \(states.b)",
        en: "That leaves \(names.a.en) in \(states.a) and \(names.b.en) in \(states.b)")
    let connection = connection(numbering)
    return Localized(zh: place.zh + "，" + connection.zh, en: place.en + ", " + connection.en)
  }

  private func connection(_ numbering: Numbering) -> Localized {
    let synchronized = Host.allCases.filter { run.network.state(of: $0).isSynchronized }
    guard synchronized.count == 2 else {
      guard let host = synchronized.first, run.network.state(of: host) != .timeWait else {
        return Localized(zh: "没有连接", en: "and there is no connection")
      }
      return Localized(
        zh: "只有 \(names[host].zh) 以为有连接", en: "and only \(names[host].en) believes that there is a connection")
    }
    guard let host = run.network.hostOutOfStep else { return Localized(zh: "有一条连接", en: "and there is a connection") }
    let sends = numbering.text(run.network.endpoints[host].tcb.record.send.nxt, of: host)
    let waits = numbering.text(run.network.endpoints[host.peer].tcb.record.receive.nxt, of: host)
    return Localized(
      zh: "序号却对不上：\(names[host].zh) 接着要发 \(sends)，\(names[host.peer].zh) 等的是 \(waits)",
      en:
        "but their numbers don't match: \(names[host].en) sends \(sends) next, and \(names[host.peer].en) waits for \(waits)"
    )
  }

  private func sequelText(_ numbering: Numbering) -> Localized {
    switch sequel {
    case .short(let host, let octets):
      return Localized(
        zh: "可是 \(names[host].zh) 少收了 \(octets) 字节数据，谁也不会发现。",
        en: "But \(names[host].en) has got \(octets) \(octets == 1 ? "byte" : "bytes") less, and nobody notices.")
    case .harmless: return Localized(zh: "不需要补救。", en: "Nothing has to be mended.")
    case .mended(let host, let delay, let segment, let states):
      let again = numbering.text(segment, from: host)
      let both = states.a == states.b
      return Localized(
        zh: "\(delay.seconds) 秒后 \(names[host].zh) 的重传计时器到期，重发 \(again)，最后"
          + (both ? "两端都是 \(states.a)。" : " \(names.a.zh) 是 \(states.a)，\(names.b.zh) 是 \(states.b)。"),
        en: "After \(delay.seconds) s \(names[host].en)'s retransmission timer sends \(again) again, and in the end "
          + (both ? "both are \(states.a)." : "\(names.a.en) is \(states.a) and \(names.b.en) \(states.b)."))
    case .endless:
      return Localized(
        zh: "两端不停地互相应答，直到其中一个报文段丢失。",
        en: "The two answer each other without end, until one of these segments is lost.")
    case .told(let notice):
      let name = names[notice.host]
      guard notice.delay > .zero else {
        return Localized(
          zh: "\(name.zh) 的应用程序得到“\(notice.signal)”，要重新建立连接。",
          en: "The application at \(name.en) is told “\(notice.signal)” and has to connect anew.")
      }
      return Localized(
        zh: "没有东西来补救，\(notice.delay.seconds) 秒后 \(name.zh) 的应用程序得到“\(notice.signal)”。",
        en:
          "Nothing mends that, and \(notice.delay.seconds) s later the application at \(name.en) is told “\(notice.signal)”."
      )
    case .untilSent(let host, let notice):
      let name = names[notice.host]
      return Localized(
        zh: "没有计时器来补救：要等 \(names[host].zh) 发数据，\(notice.delay.seconds) 秒后 \(name.zh) 的应用程序才得到“\(notice.signal)”。",
        en: "No timer mends that: only when \(names[host].en) sends data is the application at \(name.en) told "
          + "“\(notice.signal)”, after \(notice.delay.seconds) s.")
    case .lasting(let isConnected):
      return isConnected
        ? Localized(
          zh: "没有计时器来补救，要有一端的应用程序调用 abort()。",
          en: "No timer mends that; one of the applications has to call abort().")
        : Localized(
          zh: "此后也不会有，除非应用程序重新打开连接。", en: "There will be none until an application opens one anew.")
    }
  }
}

extension Run {
  fileprivate var states: Pair<State> { Pair(network.state(of: .a), network.state(of: .b)) }

  /// Plays on until nothing more happens.
  ///
  /// - Returns: false for what has no end.
  fileprivate mutating func rest() -> Bool {
    var left = 1_000
    playOn { _ in
      left -= 1
      return left < 0
    }
    return network.nextEvent == nil
  }

  /// The first segment from a place on that a timer has sent again.
  fileprivate func firstRetransmission(from place: Int) -> (host: Host, time: Instant, segment: Segment)? {
    for occurrence in transcript[place...] {
      if case .send(let segment, _, true) = occurrence.kind { return (occurrence.host, occurrence.time, segment) }
    }
    return nil
  }
}

extension Network {
  /// The host that would send another number than its peer waits for; nil where each waits for what comes.
  fileprivate var hostOutOfStep: Host? {
    Host.allCases.first { endpoints[$0].tcb.record.send.nxt != endpoints[$0.peer].tcb.record.receive.nxt }
  }

  /// The host that has received fewer bytes than in another run, and how many fewer; nil where none has.
  fileprivate func shortfall(from other: Network) -> (Host, octets: Int)? {
    for host in Host.allCases where state(of: host).isSynchronized && other.state(of: host).isSynchronized {
      let (own, others) = (endpoints[host].tcb.record.receive, other.endpoints[host].tcb.record.receive)
      let octets = (others.nxt - others.irs) - (own.nxt - own.irs)
      if octets > 0 { return (host, octets) }
    }
    return nil
  }

  /// Whether two ends that both have a connection have the same one.
  fileprivate var numbersAgree: Bool {
    !Host.allCases.allSatisfy { state(of: $0).isSynchronized } || hostOutOfStep == nil
  }
}
