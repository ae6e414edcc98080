import Simulation

/// What a program that one meets in practice would show of a run at one host: something to read, for a question.
///
/// Columns and spellings are the program's own, in ASCII. Addresses and ports are those of ``Pcapng``.
public struct Exhibit: Sendable {
  /// What a question calls it.
  public let name: String
  private let show: @Sendable (Network, Host, Int?) -> [String]?

  init(_ name: String, show: @escaping @Sendable (Network, Host, Int?) -> [String]?) {
    self.name = name
    self.show = show
  }

  /// Every one, in the order in which they are offered.
  public static let all: [Exhibit] = [.netstat, .netstatWindows, .ss, .displayTCP, .tcpdump, .wireshark, .hex]

  /// The one of this name; nil if there is none.
  public init?(named name: String) {
    guard let exhibit = Self.all.first(where: { $0.name == name }) else { return nil }
    self = exhibit
  }

  /// What the program shows.
  ///
  /// - Parameters:
  ///   - host: where it runs.
  ///   - count: how many occurrences of the transcript have happened; all of them if nil.
  /// - Returns: **the lines**, without blanks at their ends, a table's head first; a connection in CLOSED has none.
  ///   Nil where nobody has seen how the program spells the connection's state.
  public func lines(of network: Network, at host: Host, after count: Int? = nil) -> [String]? {
    show(network, host, count)
  }
}
