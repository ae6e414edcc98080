import Simulation
import TCP

/// A run as JSON Lines: a header, then one object for each occurrence, in order.
///
/// The keys of each kind of object, and their order, are settled; programs rely on them. What a call brought about
/// bears the rules of that call; a call that brought about nothing else bears them itself.
public enum JSONLines {
  /// The version of this format, in the header.
  public static let version = 1

  /// Writes a run.
  ///
  /// - Returns: **the lines**, without their ends: the header first.
  public static func lines(of network: Network, run: FormatOptions.RunName? = nil) -> [String] {
    let transcript = network.transcript
    return [header(of: network.settings, run)]
      + transcript.indices.map { line(of: transcript, at: $0, names: network.settings.names) }
  }

  static func header(of settings: Network.Settings, _ run: FormatOptions.RunName? = nil) -> String {
    var object = JSONObject()
    object.add("tcptutor", version)
    object.add("hosts", [settings.names.a, settings.names.b])
    object.add("profile", settings.profile.description)
    if let run {
      object.add("run", run.number)
      object.add("beat", run.beat)
    }
    return object.text
  }

  private static func line(of transcript: Transcript, at index: Int, names: Pair<String>) -> String {
    let occurrence = transcript[index]
    var object = JSONObject()
    object.add("time", number: occurrence.time.seconds)
    object.add("host", names[occurrence.host])
    object.add("event", occurrence.kind.name)
    object.add(occurrence)
    if case .call = occurrence.kind, hasEffects(transcript, at: index) { return object.text }
    if !occurrence.rules.isEmpty { object.add("rules", occurrence.rules.map(\.description)) }
    return object.text
  }

  /// Whether what comes next was brought about by this call.
  private static func hasEffects(_ transcript: Transcript, at index: Int) -> Bool {
    index + 1 < transcript.count && transcript[index + 1].event == transcript[index].event
  }
}

extension Occurrence.Kind {
  fileprivate var name: String {
    switch self {
    case .call: "call"
    case .send: "send"
    case .arrive: "arrive"
    case .state: "state"
    case .lost: "lost"
    case .duplicated: "duplicated"
    case .held: "held"
    case .released: "released"
    case .injected: "injected"
    case .timeout: "timeout"
    case .signal: "signal"
    case .deliver: "deliver"
    case .crash: "crash"
    case .expect: "expect"
    }
  }
}

extension JSONObject {
  /// Adds what is particular to the kind of the occurrence.
  fileprivate mutating func add(_ occurrence: Occurrence) {
    switch occurrence.kind {
    case .call(let call, let outcome):
      add(call)
      add("result", result(of: call, outcome, occurrence.record.state))
    case .send(let segment, let number, let isRetransmission):
      add(segment, number: number)
      add("retransmission", isRetransmission)
    case .arrive(let segment, let number, let outcome):
      add(segment, number: number)
      add("outcome", outcome.description)
    case .lost(let segment, let number), .duplicated(let segment, let number), .held(let segment, let number),
      .released(let segment, let number):
      add(segment, number: number)
    case .injected(let segment):
      add(segment, number: nil)
    case .state(let from, let to):
      add("from", from.description)
      add("to", to.description)
    case .timeout(let timer):
      add("timer", timer.description)
    case .signal(let signal, let call):
      add("signal", signal.rawValue)
      if let call { add("call", call.rawValue) }
    case .deliver(let octets):
      add("length", octets)
    case .expect(let text, let holds):
      add("text", text)
      add("holds", holds)
    case .crash: break
    }
  }

  private mutating func add(_ segment: Segment, number: Int?) {
    add("segment", number: number.map(String.init))
    add("flags", segment.control.names)
    add("seq", number: segment.seq.description)
    add("ack", number: segment.has(.ack) ? segment.ack.description : nil)
    add("length", segment.text)
  }

  private mutating func add(_ call: Call) {
    add("call", call.keyword)
    if case .send(let octets, _) = call { add("length", octets) }
  }

  private func result(of call: Call, _ outcome: Outcome, _ state: State) -> String {
    switch outcome {
    case .accepted, .ignored, .dropped: call == .status ? "state = \(state)" : "ok"
    case .rejected(let error): error.description
    }
  }
}

extension Format {
  public static let jsonl = Format("jsonl", holdsSeveralRuns: true) { network, _, options in
    JSONLines.lines(of: network, run: options.run)
  }
}
