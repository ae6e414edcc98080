import Bilingual
import Figures
import Scenario
import Simulation
import TCP

/// What a run answers to a question: the run as the learner sees it, the run that answers, and the answer.
struct Solution: Sendable {
  /// What is known when the question is asked.
  let before: Run
  /// What answers it.
  let after: Run
  /// The lines that were played from the one to the other.
  var played: [Statement] = []
  /// The whole way to the answer.
  var route: Route
  /// The host that is spoken of by a pronoun.
  var pronoun: Host?
  let key: Answer
  /// The host that the question is about; the answer's where it names one.
  let host: Host
  /// The segment that the answer describes; nil where it describes none.
  var segment: Segment?
  /// The place in the answering transcript that decides it: a send, a state, an arrival.
  var decisive: Int?
  /// Wrong answers of the kind's own, the nearest first: where there are few answers at all, they are the others.
  var alternatives: [Answer] = []
  /// The words of written options, by id.
  var options: [String: Localized] = [:]
  /// How much of the answering transcript had happened at the moment that is asked about; all of it where nil.
  var moment: Int?

  init(_ before: Run, _ after: Run, _ key: Answer, about host: Host) {
    self.before = before
    self.after = after
    self.key = key
    self.host = host
    route = Route(start: before, statements: [])
  }

  var names: Pair<Localized> {
    var names = before.network.settings.spokenNames
    if let pronoun { names[pronoun] = Localized(zh: "它", en: "it") }
    return names
  }

  /// Whether it is the answer to what is asked of a moment still to come.
  var isAhead: Bool { played.contains { if case .expect = $0.action { false } else { true } } }

  var words: AnswerWords {
    let spaces = SequenceSpaces(of: after.transcript.prefix(decisive.map { $0 + 1 } ?? after.transcript.count))
    let letters = before.network.settings.letters
    return AnswerWords(
      names: names, options: options, host: host, numbering: Numbering(letters: letters, spaces: spaces))
  }

  /// Whether it is about the run as it stands when it is asked, so that a drawing of that shows it.
  var isPresent: Bool { before.transcript.count == after.transcript.count }

  /// What gives fields of a segment of its host: SEQ is the host's SND.NXT and what its peer expects, ACK the other way
  /// round. They are blank whether they are the same this time or not, for that would tell too.
  func blanks(of fields: [Field]) -> Blanks {
    var blanks = Blanks()
    if fields.contains(.seq) { (blanks.sendNext, blanks.receiveNext) = ([host], [host.peer]) }
    if fields.contains(.ack) {
      blanks.sendNext.insert(host.peer)
      blanks.receiveNext.insert(host)
    }
    return blanks
  }

  /// What shows the states of hosts, where it is their present or past ones that are asked for.
  func blanks(ofStatesOf hosts: Set<Host>) -> Blanks {
    var blanks = Blanks()
    if isPresent { blanks.states = hosts }
    return blanks
  }

  /// The clauses that make the answer what it is.
  var rules: RuleList { decisive.map { after.transcript[$0].rules } ?? [] }

  /// The last segment that had arrived at the host before it answered.
  var trigger: Segment? {
    let end = min(decisive ?? after.transcript.count, after.transcript.count - 1)
    guard end >= 0 else { return nil }
    for occurrence in after.transcript[...end].reversed() where occurrence.host == host {
      if case .arrive(let segment, _, _) = occurrence.kind { return segment }
    }
    return nil
  }

  /// Whether what is sent is sent because a segment has just arrived.
  var answersAnArrival: Bool { arrivalThatDecides != nil }

  /// Whether it is sent because a segment has arrived that is not taken.
  var answersADroppedArrival: Bool { arrivalThatDecides == .dropped }

  /// How the arrival was taken that brought about what decides; nil where that was no arrival.
  private var arrivalThatDecides: Outcome? {
    guard let decisive, let first = after.transcript.first(where: { $0.event == after.transcript[decisive].event }),
      case .arrive(_, _, let outcome) = first.kind
    else { return nil }
    return outcome
  }

  /// The host's connection when it answered.
  var record: ConnectionRecord {
    decisive.map { after.transcript[$0].record } ?? after.network.endpoints[host].tcb.record
  }

  /// The connection of either host when the answer shows.
  func record(of host: Host) -> ConnectionRecord {
    let end = decisive.map { $0 + 1 } ?? after.transcript.count
    return after.transcript[..<end].last { $0.host == host }?.record ?? ConnectionRecord()
  }

  /// The state of either host at the moment that is asked about.
  func state(of host: Host) -> State {
    after.transcript.state(of: host, before: moment ?? after.transcript.count)
  }

  /// What the run answers to the question for the state of one host at the same moment.
  func ofState(of host: Host) -> Solution {
    Solution(before, after, ofStateOf: host, until: moment ?? after.transcript.count)
  }

  /// The segment that somebody sends who answers so; nil where an answer says nothing of a segment.
  func segment(givenBy answer: Answer) -> Segment? {
    switch answer {
    case .segment(let segment): segment
    case .fields(let values): segment.map { right in right.with { for value in values { value.put(into: &$0) } } }
    case .state, .path, .pair, .bits, .nothing, .hosts, .quantity, .timer, .signals, .rule, .step, .option, .several,
      .order:
      nil
    }
  }

  /// The same question about the host that an answer is wrong about.
  func about(_ answer: Answer) -> Solution {
    guard case (.pair(let right), .pair(let given)) = (key, answer),
      let wrong = Host.allCases.first(where: { right[$0] != given[$0] })
    else { return self }
    return ofState(of: wrong)
  }

  /// Whether a segment with exactly these bits from that host was lost.
  func wasLost(_ control: ControlBits, from sender: Host) -> Bool {
    after.transcript.contains { occurrence in
      guard occurrence.host == sender, case .lost(let segment, _) = occurrence.kind else { return false }
      return segment.control == control
    }
  }
}

extension Transcript {
  /// The state of a host before what happens at a place.
  func state(of host: Host, before end: Int) -> State {
    for occurrence in self[..<end].reversed() where occurrence.host == host {
      if case .state(_, let state) = occurrence.kind { return state }
    }
    return .closed
  }
}

/// The stretch of a run that a question looks at: what is played after it is asked, or where nothing is, all of it.
struct Played {
  let run: Run
  let range: Range<Int>
  let start: Instant
  /// Both ends' states at its beginning.
  let states: Pair<State>

  init(_ before: Run, _ after: Run) {
    run = after
    let goesOn = before.transcript.count < after.transcript.count
    range = (goesOn ? before.transcript.count : 0)..<after.transcript.count
    start = goesOn ? before.network.now : .start
    states = goesOn ? Pair(before.network.state(of: .a), before.network.state(of: .b)) : Pair(.closed, .closed)
  }

  var occurrences: ArraySlice<Occurrence> { run.transcript[range] }

  var duration: Interval { run.network.now - start }

  /// The first place where something holds.
  func first(_ isIt: (Occurrence) -> Bool) -> Int? { occurrences.firstIndex(where: isIt) }

  func last(_ isIt: (Occurrence) -> Bool) -> Int? { occurrences.lastIndex(where: isIt) }

  /// The segments sent, in order.
  var sent: [(host: Host, segment: Segment, isRetransmission: Bool)] {
    occurrences.compactMap { occurrence in
      guard case .send(let segment, _, let isRetransmission) = occurrence.kind else { return nil }
      return (occurrence.host, segment, isRetransmission)
    }
  }
}
