import TCP

/// What an exploration has found.
public struct Report: Hashable, Sendable {
  /// A pair of states that arises.
  public struct Arising: Hashable, Sendable {
    public let pair: StatePair
    /// The fewest faults with which it arises.
    public let faults: Int

    package init(pair: StatePair, faults: Int) {
      (self.pair, self.faults) = (pair, faults)
    }
  }

  /// What does not hold, and how to get there.
  public struct Violation: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      /// An invariant of an endpoint, of an event, or of both endpoints together is broken.
      case law
      /// A pair of states that can't arise has arisen.
      case excludedPair
      /// Nothing can happen any more, and a connection is left.
      case deadlock
      /// Without another fault, and though nobody stays idle for ever, it may go on for ever.
      case noEnding
    }

    public let kind: Kind
    /// What is wrong, in one line.
    public let text: String
    /// What happened from the start, a line each.
    public let trace: [String]

    package init(kind: Kind, text: String, trace: [String]) {
      (self.kind, self.text, self.trace) = (kind, text, trace)
    }
  }

  /// The states visited.
  public package(set) var states = 0
  /// The steps from one state to another, or to itself, taken.
  public package(set) var transitions = 0
  /// The pairs of endpoint states that arise, by a's state and then by b's, both in the order of `State`.
  public package(set) var pairs: [Arising] = []
  /// What does not hold, in the order of finding; of each kind `Explorer.mostViolations` at most.
  public package(set) var violations: [Violation] = []
  /// How many states, and steps between states, break something.
  public package(set) var violationCount = 0
  /// The pairs of endpoint states in which nothing can happen any more, in the order of `pairs`.
  public package(set) var endings: [StatePair] = []
  /// How many events any state is away from an ending at most, without another fault, on the shortest way.
  public package(set) var longestEnding = 0

  package init() {}
}

extension Report {
  /// The pairs as a table: a row for each state of host a, a column for each of host b.
  ///
  /// - Returns: the lines. A number is the fewest faults with which the pair arises, `x` a pair that can't arise
  ///   (see `Exclusion`), `.` one that does not arise from this root.
  public var table: [String] {
    let width = 13
    func padded(_ text: String, to width: Int) -> String { text + String(repeating: " ", count: width - text.count) }
    var least = [Int?](repeating: nil, count: StatePair.all.count)
    for arising in pairs { least[arising.pair.index] = arising.faults }
    var lines = [padded("a \\ b", to: width) + State.allCases.map { padded($0.letters, to: 4) }.joined()]
    for a in State.allCases {
      let cells = State.allCases.map { b in
        let pair = StatePair(a, b)
        if let faults = least[pair.index] { return padded(String(faults), to: 4) }
        return padded(Exclusion.reason(for: pair) == nil ? "." : "x", to: 4)
      }
      lines.append(padded(a.description, to: width) + cells.joined())
    }
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

extension State {
  /// Three letters or fewer, for the head of a column.
  fileprivate var letters: String {
    switch self {
    case .closed: "Cld"
    case .listen: "Lst"
    case .synSent: "SS"
    case .synReceived: "SR"
    case .established: "Est"
    case .finWait1: "FW1"
    case .finWait2: "FW2"
    case .closeWait: "CW"
    case .closing: "Clg"
    case .lastAck: "LA"
    case .timeWait: "TW"
    }
  }
}
