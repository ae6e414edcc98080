import Simulation
import TCP

/// Where an exploration begins: two closed endpoints, and the calls that each user will make.
///
/// Each user makes the calls in their order, at any moment; one that the machine would refuse just then is passed
/// over when a later one is made.
public enum Root: String, CaseIterable, Hashable, Sendable {
  /// Host a opens actively, host b passively; both close.
  case clientServer
  /// The same, and each sends text before it closes.
  case clientServerText
  /// Both open actively; both close.
  case simultaneousOpen
  /// The same, and each sends text before it closes.
  case simultaneousOpenText
  /// Host b opens passively and then sends, which makes its open an active one; host a opens actively; both close.
  case listenerSends

  /// The calls that a host's user makes, in order; at most one SEND, which fits into one segment.
  ///
  /// The key of a state relies on that: see `WorldKey`.
  public func calls(of host: Host) -> [Call] {
    switch (self, host) {
    case (.clientServer, .a), (.simultaneousOpen, _): [.openActive(), .close]
    case (.clientServer, .b): [.openPassive, .close]
    case (.clientServerText, .a), (.simultaneousOpenText, _): [.openActive(), .send(octets: Self.text), .close]
    case (.clientServerText, .b): [.openPassive, .send(octets: Self.text, remoteSpecified: false), .close]
    case (.listenerSends, .a): [.openActive(), .close]
    case (.listenerSends, .b): [.openPassive, .send(octets: Self.text), .close]
    }
  }

  /// What one SEND sends, **octets**.
  static let text = 5
}
