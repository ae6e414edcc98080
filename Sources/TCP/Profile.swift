/// Whose conduct an endpoint shows where specifications and practice part: a name for a set of traits.
///
/// There are three (`allCases`), and variants of these by which somebody may ask "what if" (`whatIf`). A new one is a
/// file in `Profiles`, which derives it from another, and its line in one of the two lists. Profiles are equal by name.
public struct Profile: Sendable, CaseIterable, CustomStringConvertible {
  /// As scenarios name it, in small letters: `rfc9293`.
  public let name: String
  package let traits: Traits

  /// Derives a profile.
  ///
  /// - Parameters:
  ///   - name: no other profile's.
  ///   - traits: those to start from, another profile's or RFC 9293's.
  ///   - change: what is different.
  package init(_ name: String, _ traits: Traits = Traits(), _ change: (inout Traits) -> Void = { _ in }) {
    self.name = name
    var traits = traits
    change(&traits)
    self.traits = traits
  }

  public var description: String { name }

  /// Those whose conduct is some TCP's, the first being the one to learn.
  public static let allCases = [rfc9293, rfc793, linux]

  /// Those that do on purpose what no TCP should.
  public static let whatIf = [twoWay, noTimeWait, rfc1337]

  /// The profile of a name, in any case; nil where there is none of that name.
  public init?(named name: some StringProtocol) {
    let name = name.lowercased()
    guard let profile = (Self.allCases + Self.whatIf).first(where: { $0.name == name }) else { return nil }
    self = profile
  }

  /// The names of all, the what-if profiles last.
  public static var names: [String] { (allCases + whatIf).map(\.name) }

  /// Whether its conduct is nobody's TCP, which whoever shows a run has to say.
  public var isWhatIf: Bool { !Self.allCases.contains(self) }

  /// The receive window where none is set, **octets**.
  public var window: Int { traits.window }

  /// The maximum segment lifetime where none is set.
  public var maximumSegmentLifetime: Interval { traits.maximumSegmentLifetime }
}

extension Profile: Hashable {
  public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
