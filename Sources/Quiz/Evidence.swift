import Scenario
import Simulation
import TCP

/// A question put to a run: the run as the learner sees it, the run that answers, and the answer.
struct Evidence {
  let ask: Ask
  /// What is known when the question is asked.
  let before: Run
  /// What answers it.
  let after: Run
  let key: Answer
  /// The host that the question is about.
  let host: Host
  /// The segment that the answer describes; nil for a state, and where nothing is sent.
  let segment: Segment?
  /// The place in the answering transcript that decides it: a send, a state, an arrival.
  let decisive: Int?

  /// Asks; nil where the run has no answer, as for a segment that is never sent.
  ///
  /// - Parameters:
  ///   - before: the run up to the question.
  ///   - after: the same run, gone on to where the answer shows.
  init?(_ ask: Ask, before: Run, after: Run) {
    self.ask = ask
    self.before = before
    self.after = after
    let transcript = after.transcript
    switch ask {
    case .state(let host, let arrivals):
      let end = arrivals.map { Self.end(ofArrival: $0, in: transcript) } ?? transcript.count
      guard let end else { return nil }
      self.host = host
      segment = nil
      let decisive = transcript[..<end].lastIndex { occurrence in
        if case .state = occurrence.kind { return occurrence.host == host }
        return false
      }
      self.decisive = decisive
      if let decisive, case .state(_, let state) = transcript[decisive].kind {
        key = .state(state)
      } else {
        key = .state(.closed)
      }
    case .field(let number, let fields):
      let place = transcript.firstIndex { occurrence in
        if case .send(_, number, _) = occurrence.kind { return true }
        return false
      }
      guard let place, case .send(let sent, _, _) = transcript[place].kind else { return nil }
      host = transcript[place].host
      segment = sent
      decisive = place
      key = .fields(fields.map { Answer.FieldValue($0, of: sent) })
    case .nextSegment(let host):
      self.host = host
      let new = before.transcript.count..<transcript.count
      let place = new.first { index in
        if case .send = transcript[index].kind { return transcript[index].host == host }
        return false
      }
      if let place, case .send(let sent, _, _) = transcript[place].kind {
        segment = sent
        decisive = place
        key = .segment(sent: sent)
      } else {
        segment = nil
        key = .nothing
        decisive = new.last { index in
          if case .arrive = transcript[index].kind { return transcript[index].host == host }
          return false
        }
      }
    }
  }

  /// Where what the n-th arrival caused ends; nil where there are fewer.
  private static func end(ofArrival number: Int, in transcript: Transcript) -> Int? {
    var count = 0
    for (index, occurrence) in transcript.enumerated() {
      guard case .arrive = occurrence.kind else { continue }
      count += 1
      if count == number + 1 { return index }
    }
    return count == number ? transcript.count : nil
  }

  /// The clauses that make the answer what it is.
  var rules: RuleList { decisive.map { after.transcript[$0].rules } ?? [] }

  /// The last segment that had arrived at the host before it answered.
  var trigger: Segment? {
    let end = decisive ?? after.transcript.count
    let place = after.transcript[...min(end, after.transcript.count - 1)].lastIndex { occurrence in
      if case .arrive = occurrence.kind { return occurrence.host == host }
      return false
    }
    guard let place, case .arrive(let segment, _, _) = after.transcript[place].kind else { return nil }
    return segment
  }

  /// The host's connection when it answered.
  var tcb: ConnectionRecord {
    decisive.map { after.transcript[$0].record } ?? after.network.endpoints[host].tcb.record
  }

  /// Whether a segment with exactly these bits from that host was lost.
  func wasLost(_ control: ControlBits, from sender: Host) -> Bool {
    after.transcript.contains { occurrence in
      if case .lost(let segment, _) = occurrence.kind {
        return occurrence.host == sender && segment.control == control
      }
      return false
    }
  }
}
