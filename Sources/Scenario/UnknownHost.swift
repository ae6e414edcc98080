import Bilingual
import Simulation

/// A name that no host of a run bears.
public struct UnknownHost: Error, Hashable, Sendable {
  public let name: String
  /// Those that there are.
  public let names: Pair<String>

  public init(name: String, names: Pair<String>) {
    self.name = name
    self.names = names
  }

  public var message: Localized { Localized(zh: "没有名为“\(name)”的主机", en: "there is no host “\(name)”") }

  public var hint: Localized {
    Localized(zh: "可用的有：\(names.a)、\(names.b)", en: "one of: \(names.a), \(names.b)")
  }
}

extension Pair<String> {
  /// The host that bears this name, in whatever case.
  public func host(named name: String) throws(UnknownHost) -> Host {
    guard let host = Host.allCases.first(where: { self[$0].lowercased() == name.lowercased() }) else {
      throw UnknownHost(name: name, names: self)
    }
    return host
  }
}
