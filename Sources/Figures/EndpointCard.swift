import Screen
import Simulation
import TCP

/// What one host knows of its connection: its state, the sequence variables, and the timers that run.
///
/// What the host can't know yet is shown as a dash: everything in CLOSED, RCV.NXT before the peer's SYN.
public struct EndpointCard: Hashable, Sendable {
  /// A variable under the RFC's name, with its value or a dash.
  public struct Field: Hashable, Sendable {
    public let name: String
    public let value: String
    /// Whether it has a value yet.
    public let isKnown: Bool
    var text: String { "\(name) \(value)" }
    /// The columns to keep for it; those of a small number while it has none.
    func room(_ glyphs: Glyphs) -> Int { glyphs.width(of: name) + 1 + max(3, glyphs.width(of: value)) }
  }

  public let name: String
  public let host: Host
  public let state: State
  /// The host's last call that was not refused, such as `connect()`; nil before any.
  public let call: String?
  /// `snd.una snd.nxt snd.wnd rcv.nxt rcv.wnd`, in this order.
  public let fields: [Field]
  /// The timers that run, with the time that they still have: `RTO 0.95 s`.
  public let timers: [String]

  /// - Parameters:
  ///   - record: the variables of the host's connection.
  ///   - now: the run's present; what remains of timers is counted from it.
  ///   - dash: what stands for the unknown.
  ///   - numbering: how sequence numbers are written at that moment.
  public init(
    name: String, host: Host, record: ConnectionRecord, now: Instant, call: String? = nil, dash: String = "–",
    numbering: Numbering = Numbering()
  ) {
    self.name = name
    self.host = host
    self.call = call
    state = record.state
    let hasNumbers = record.state != .closed && record.state != .listen
    let knowsPeer = hasNumbers && record.state != .synSent
    func field(_ name: String, _ value: String, known: Bool) -> Field {
      Field(name: name, value: known ? value : dash, isKnown: known)
    }
    fields = [
      field("snd.una", numbering.text(record.send.una, of: host), known: hasNumbers),
      field("snd.nxt", numbering.text(record.send.nxt, of: host), known: hasNumbers),
      // The peer's window counts from ESTABLISHED on.
      field("snd.wnd", "\(record.send.wnd)", known: knowsPeer && (record.state.isSynchronized || record.send.wnd > 0)),
      field("rcv.nxt", numbering.text(record.receive.nxt, of: host.peer), known: knowsPeer),
      field("rcv.wnd", "\(record.receive.wnd)", known: hasNumbers),
    ]
    timers = Timer.allCases.compactMap { timer in
      record.timers[timer].map { due in
        "\(SideTexts.shortName(of: timer)) \(max(due - now, Interval.zero).seconds) s"
      }
    }
  }

  /// The card of a host after the first occurrences of a run.
  ///
  /// - Parameters:
  ///   - count: how many occurrences have happened; all of them if nil.
  ///   - now: the run's present; the last occurrence's instant if nil.
  public init(
    of host: Host, names: Pair<String>, in transcript: Transcript, after count: Int? = nil, now: Instant? = nil,
    dash: String = "–", numbering: Numbering = Numbering()
  ) {
    let past = transcript.prefix(max(0, count ?? transcript.count))
    let call = past.last { $0.host == host && $0.isAcceptedCall }?.kind
    let record = past.last { $0.host == host }?.record ?? ConnectionRecord()
    self.init(
      name: names[host], host: host, record: record, now: now ?? past.last?.time ?? .start,
      call: call.flatMap { if case .call(let call, _) = $0 { call.displayName } else { nil } }, dash: dash,
      numbering: numbering.over(SequenceSpaces(of: past)))
  }
}

extension Occurrence {
  fileprivate var isAcceptedCall: Bool {
    guard case .call(let call, .accepted) = kind else { return false }
    return call != .status
  }
}

// MARK: - Two lines

extension EndpointCard {
  /// How many rows the header takes.
  public static let headerRows = 2

  /// Draws both hosts' cards in two rows, one in each half.
  ///
  /// ```
  ///  client            RTO 1 s  USER 300 s                         listen()  server
  ///  SYN-SENT        snd.nxt 101 rcv.nxt –    snd.nxt – rcv.nxt –            LISTEN
  /// ```
  public static func drawHeader(_ cards: Pair<EndpointCard>, on surface: inout Surface, in area: Rect, glyphs: Glyphs) {
    for host in Host.allCases { cards[host].drawHalf(on: &surface, in: area, glyphs: glyphs) }
  }

  /// Draws this host's half: its name and state at the outer edge, the rest as far in as there is room.
  ///
  /// - Parameter area: both halves, **two rows**; the hosts' names keep one column from its edges.
  public func drawHalf(on surface: inout Surface, in area: Rect, glyphs: Glyphs) {
    let room = area.width / 2 - 3
    guard room > 0, area.height > 0 else { return }
    // As if the state's name were the longest, so that nothing moves when it changes.
    let beside = room - Self.widestState - 2
    var second = fit(fields, into: beside, glyphs)
    var first: [Span] = []
    if !second.contains(fields[3]), fields[3].isKnown {
      // Long numbers: one beside the state, the other beside the name.
      second = fit([fields[1]], into: beside, glyphs)
      first = spans(of: fields[3])
    }
    var title = [Span(name, Style(host.role, adding: [.bold, .reverse]))]
    for timer in timers where glyphs.width(of: title) + glyphs.width(of: first) + glyphs.width(of: timer) + 4 <= room {
      first += (first.isEmpty ? [] : [Span("  ", .text)]) + [Span(timer, .nowYou)]
    }
    if let call, glyphs.width(of: title) + glyphs.width(of: first) + glyphs.width(of: call) + 4 <= room {
      title += [Span("  ", .text), Span(call, .dim)]
    }
    put(title, first, y: area.y, on: &surface, in: area, room: room, glyphs)
    guard area.height > 1 else { return }
    put(
      [Span(state.description, Style(host.role, adding: .bold))],
      second.enumerated().flatMap { ($0 == 0 ? [] : [Span(" ")]) + spans(of: $1) }, y: area.y + 1,
      on: &surface, in: area, room: room, glyphs)
  }

  /// The name stands back, and a sequence number has the colour of the end that counts it.
  private func spans(of field: Field) -> [Span] {
    let style: Style
    switch field.name {
    case _ where !field.isKnown: style = Style(.dim)
    case "snd.una", "snd.nxt": style = .number(of: host)
    case "rcv.nxt": style = .number(of: host.peer)
    default: style = .plain
    }
    return [Span("\(field.name) ", .field), Span(field.value, style)]
  }

  /// Those of the fields that have room, the telling ones first, in their own order.
  private func fit(_ fields: [Field], into room: Int, _ glyphs: Glyphs) -> [Field] {
    var kept: [Field] = []
    for name in ["snd.nxt", "rcv.nxt", "snd.una", "snd.wnd", "rcv.wnd"] {
      guard let field = fields.first(where: { $0.name == name }) else { continue }
      let columns = (kept + [field]).reduce(-1) { $0 + $1.room(glyphs) + 1 }
      guard columns <= room else { break }
      kept.append(field)
    }
    return fields.filter(kept.contains)
  }

  private static let widestState = State.allCases.map { DisplayWidth.standard.width(of: $0.description) }.max() ?? 0

  private func put(
    _ outer: [Span], _ inner: [Span], y: Int, on surface: inout Surface, in area: Rect, room: Int, _ glyphs: Glyphs
  ) {
    let outer = truncate(outer, columns: room, glyphs: glyphs)
    let edge = host == .a ? area.x + 1 : area.x + area.width - 1 - glyphs.width(of: outer)
    surface.put(host == .a ? outer : outer.reversed(), x: edge, y: y)
    let middle = area.x + area.width / 2
    surface.put(inner, x: host == .a ? middle - 2 - glyphs.width(of: inner) : middle + area.width % 2 + 2, y: y)
  }
}
