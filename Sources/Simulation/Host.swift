/// One of the two hosts. Which name each bears is a setting of the run.
public enum Host: Int, CaseIterable, Hashable, Sendable {
  /// The host on the left of every drawing; the client unless a script names it otherwise.
  case a
  /// The host on the right of every drawing; the server unless a script names it otherwise.
  case b

  public var peer: Host { self == .a ? .b : .a }
}

/// A value for each host.
public struct Pair<Value> {
  public var a: Value
  public var b: Value

  public init(_ a: Value, _ b: Value) {
    self.a = a
    self.b = b
  }

  public subscript(host: Host) -> Value {
    get { host == .a ? a : b }
    // In place: a copy would have each event copy the arrays of an endpoint.
    _modify { if host == .a { yield &a } else { yield &b } }
  }
}

extension Pair: Sendable where Value: Sendable {}
extension Pair: Equatable where Value: Equatable {}
extension Pair: Hashable where Value: Hashable {}
