import Simulation
import TCP

/// One end: the machine, and what laws want to know of its past.
struct End: Sendable {
  var endpoint: Endpoint
  var ghost = Ghost()

  /// Takes an event, and sends what it sends.
  ///
  /// - Parameter tag: the incarnation that sent the segment which arrives.
  mutating func take(_ event: Event, tag: Int, tracksGhosts: Bool) -> Deed {
    let before = self
    let transition = endpoint.handle(event, at: .start)
    var deed = Deed(event: event, tag: tag, transition: transition, before: before, after: self)
    if tracksGhosts {
      ghost.follow(deed)
      deed.after = self
    }
    return deed
  }
}

/// An event at one end, and what it did there.
struct Deed {
  let event: Event
  /// Which incarnation of the sender's sent the segment that arrives; 0 for one from before all of them.
  let tag: Int
  let transition: Transition
  let before: End
  var after: End
}

/// The ends, events and answers that there have been, numbered.
///
/// An exploration meets the same end with the same event again and again; the machine is asked the first time only.
struct Machines {
  /// What an event does at an end.
  struct Answer {
    /// The number of the end after it.
    let end: Int32
    /// The number of what is sent; 0 for nothing.
    let output: Int32
    let isRejected: Bool
    /// The number of what it breaks; 0 for nothing.
    let breach: Int32
  }

  /// Which of the timers that an exploration has fire run at an end.
  struct Armed {
    let retransmission: Bool
    let timeWait: Bool
  }

  private struct Occasion: Hashable {
    let event: Event
    let tag: Int
  }

  private(set) var ends: [End] = []
  private(set) var armed: [Armed] = []
  private var numbers: [EndKey: Int32] = [:]
  private var occasions: [Occasion] = []
  private var occasionNumbers: [Occasion: Int32] = [:]
  private var outputs: [[Int32]] = [[]]
  private var outputNumbers: [[Int32]: Int32] = [[]: 0]
  private var answers: [Answer] = []
  private var known = NumberTable()
  /// What was broken, in words; number 0 is no breach.
  private(set) var breaches = [""]
  private var hosts: [Host] = []

  private let tracksGhosts: Bool
  private let breach: (Deed) -> String?

  /// - Parameter breach: what an event breaks; nil where nothing is broken.
  init(tracksGhosts: Bool, breach: @escaping (Deed) -> String?) {
    self.tracksGhosts = tracksGhosts
    self.breach = breach
  }

  mutating func number(of end: End, at host: Host) -> Int32 {
    let key = EndKey(end, of: host)
    if let number = numbers[key] { return number }
    let number = Int32(ends.count)
    numbers[key] = number
    ends.append(end)
    hosts.append(host)
    let timers = end.endpoint.tcb.timers
    armed.append(Armed(retransmission: timers[.retransmission] != nil, timeWait: timers[.timeWait] != nil))
    return number
  }

  mutating func number(of event: Event, tag: Int = 0) -> Int32 {
    let occasion = Occasion(event: event, tag: tag)
    if let number = occasionNumbers[occasion] { return number }
    let number = Int32(occasions.count)
    occasionNumbers[occasion] = number
    occasions.append(occasion)
    return number
  }

  /// The numbers of the arrivals of what is sent.
  func segments(of output: Int32) -> [Int32] { outputs[Int(output)] }

  /// What an event does at an end, both by number.
  mutating func answer(of end: Int32, to event: Int32) -> Answer {
    let key = UInt64(UInt32(bitPattern: end)) << 32 | UInt64(UInt32(bitPattern: event))
    if let known = known[key] { return answers[Int(known)] }
    let answer = ask(end, event)
    known.insert(Int32(answers.count), at: key)
    answers.append(answer)
    return answer
  }

  private mutating func ask(_ number: Int32, _ event: Int32) -> Answer {
    var end = ends[Int(number)]
    let occasion = occasions[Int(event)]
    let deed = end.take(occasion.event, tag: occasion.tag, tracksGhosts: tracksGhosts)
    let sent = deed.transition.segments.map { segment in
      self.number(of: .arrival(segment), tag: tracksGhosts ? Ghost.tag(of: segment, deed) : 0)
    }
    var isRejected = false
    if case .rejected = deed.transition.outcome { isRejected = true }
    return Answer(
      end: self.number(of: end, at: hosts[Int(number)]), output: output(sent), isRejected: isRejected,
      breach: breach(deed).map { note($0) } ?? 0)
  }

  private mutating func output(_ segments: [Int32]) -> Int32 {
    if let number = outputNumbers[segments] { return number }
    let number = Int32(outputs.count)
    outputNumbers[segments] = number
    outputs.append(segments)
    return number
  }

  /// Numbers something that is broken.
  mutating func note(_ breach: String) -> Int32 {
    breaches.append(breach)
    return Int32(breaches.count - 1)
  }
}
