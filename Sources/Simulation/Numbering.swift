import TCP

/// How sequence numbers are written.
public enum NumberNotation: String, CaseIterable, Hashable, Sendable {
  /// As they stand in the header: `seq=101`.
  case absolute
  /// Counted from the ISN, as Wireshark shows them: `seq=1`.
  case relative
  /// A letter for the ISN, and how far from it: `seq=x+1`.
  case letters
}

/// The sequence numbers that both hosts have used in a run: for each connection, from its ISN on.
public struct SequenceSpaces: Hashable, Sendable {
  /// One incarnation's numbers: its ISN, and what comes behind the last number used.
  struct Incarnation: Hashable, Sendable {
    let initial: SequenceNumber
    var next: SequenceNumber

    /// Whether it has used the number, or it is the first or the second behind those: what is expected next, and what
    /// somebody takes for it who counts one too many.
    func reaches(_ number: SequenceNumber) -> Bool {
      number.isIn(windowAt: initial, size: (next - initial) + 2)
    }
  }

  private var incarnations = Pair<[Incarnation]>([], [])

  public init() {}

  public init(of occurrences: some Sequence<Occurrence>) {
    for occurrence in occurrences { take(in: occurrence) }
  }

  /// Takes note of what an occurrence shows: a SYN that is sent begins a space, whatever else is sent prolongs it.
  public mutating func take(in occurrence: Occurrence) {
    guard case .send(let segment, _, _) = occurrence.kind else { return }
    let host = occurrence.host
    if segment.has(.syn), incarnations[host].last?.initial != segment.seq {
      incarnations[host].append(Incarnation(initial: segment.seq, next: segment.end))
    } else if let last = incarnations[host].last, last.reaches(segment.seq), segment.end > last.next {
      incarnations[host][incarnations[host].count - 1].next = segment.end
    }
  }

  /// Where a number lies in a host's space: in which incarnation, counted from **0**, and how far from its ISN.
  struct Place: Hashable {
    let host: Host
    let incarnation: Int
    let offset: Int
  }

  /// Where a number that has been used, or is next, lies; nil where it is no such number of that host.
  func place(of number: SequenceNumber, usedBy host: Host) -> Place? {
    guard let index = incarnations[host].lastIndex(where: { $0.reaches(number) }) else { return nil }
    return Place(host: host, incarnation: index, offset: number - incarnations[host][index].initial)
  }

  /// The ISN of an incarnation, counted from **0**, or of the last; nil where there is none.
  func initial(of host: Host, incarnation: Int? = nil) -> SequenceNumber? {
    let index = incarnation ?? incarnations[host].count - 1
    return incarnations[host].indices.contains(index) ? incarnations[host][index].initial : nil
  }

  /// The place as counted from the nearest ISN; nil where the host has none.
  func nearestPlace(of number: SequenceNumber, to host: Host) -> Place? {
    let places = incarnations[host].indices.map { index in
      Place(host: host, incarnation: index, offset: number - incarnations[host][index].initial)
    }
    return places.min { abs($0.offset) < abs($1.offset) }
  }
}

/// Writes the sequence numbers of a run, as they are to be understood at one moment of it.
///
/// A number belongs to the space of the host that counts in it: SEQ to the sender's, ACK to the receiver's. Where a space
/// has no ISN (a reset from CLOSED, an address that never answers) its numbers stay as they are in the header.
public struct Numbering: Hashable, Sendable {
  public var notation: NumberNotation
  /// What stands for each host's ISN.
  public var letters: Pair<String>
  public var spaces: SequenceSpaces

  /// Both hosts' usual letters.
  public static let usualLetters = Pair("x", "y")

  public init(
    _ notation: NumberNotation = .absolute, letters: Pair<String> = usualLetters,
    spaces: SequenceSpaces = SequenceSpaces()
  ) {
    self.notation = notation
    self.letters = letters
    self.spaces = spaces
  }

  /// The same way of writing, at another moment or of another run.
  public func over(_ spaces: SequenceSpaces) -> Numbering { Numbering(notation, letters: letters, spaces: spaces) }

  /// A number of a host's space: `101`, `1`, `x+1`; in a second incarnation `x'+1`, one before the first `x-10`.
  ///
  /// With letters, what the other host counts and this one doesn't (somebody took the wrong number) has the other's. A 0
  /// that neither has used stays: it is that of a reset, or of no acknowledgment, and nobody counts it (RFC 9293 §3.10.7.1).
  public func text(_ number: SequenceNumber, of host: Host) -> String {
    guard notation != .absolute else { return number.description }
    var place = spaces.place(of: number, usedBy: host)
    if notation == .letters { place = place ?? spaces.place(of: number, usedBy: host.peer) }
    if number != 0 { place = place ?? spaces.nearestPlace(of: number, to: host) }
    guard let place else { return number.description }
    return notation == .letters ? text(place) : String(place.offset)
  }

  /// How far from an ISN a number can be.
  private static let offsets = Int(Int32.min)...Int(Int32.max)

  /// The number that a text stands for in this notation; nil where it is none.
  public func number(_ text: some StringProtocol, of host: Host) -> SequenceNumber? {
    switch notation {
    case .absolute: return UInt32(text).map { SequenceNumber($0) }
    case .relative:
      guard let offset = Int(text), Self.offsets.contains(offset), let initial = spaces.initial(of: host) else {
        return nil
      }
      return initial + offset
    case .letters:
      let letters = text.prefix { $0 != "+" && $0 != "-" && $0 != "'" }
      let primes = text.dropFirst(letters.count).prefix { $0 == "'" }
      let rest = text.dropFirst(letters.count + primes.count)
      guard let owner = Host.allCases.first(where: { self.letters[$0].lowercased() == letters.lowercased() }),
        let initial = spaces.initial(of: owner, incarnation: primes.count), let offset = rest.isEmpty ? 0 : Int(rest),
        Self.offsets.contains(offset)
      else { return nil }
      return initial + offset
    }
  }

  private func text(_ place: SequenceSpaces.Place) -> String {
    let letter = letters[place.host] + String(repeating: "'", count: place.incarnation)
    if place.offset == 0 { return letter }
    return place.offset > 0 ? "\(letter)+\(place.offset)" : "\(letter)\(place.offset)"
  }

  /// A segment in one line, as its description is: `SYN,ACK seq=y ack=x+1`.
  public func text(_ segment: Segment, from host: Host) -> String {
    var words = "\(segment.control) seq=\(text(segment.seq, of: host))"
    if segment.has(.ack) { words += " ack=\(text(segment.ack, of: host.peer))" }
    if segment.text > 0 { words += " len=\(segment.text)" }
    return words
  }
}
