/// What an author wrote under an id, in some file.
public protocol Authored: Sendable {
  associatedtype ID: Hashable, CustomStringConvertible
  var id: ID { get }
  /// The file's name as it was given.
  var file: String { get }
}

/// Values of several layers of content; of those with the same id a later layer's stands in the earlier's place.
public struct Layered<Value: Authored>: Sendable {
  /// In the order of the layers; what replaces another stands where that stood.
  public private(set) var all: [Value] = []
  /// In the same order.
  public private(set) var replacements: [Replacement] = []

  public init() {}

  /// Lays a layer over those that are there. Ids that come twice within it are left as they are.
  public mutating func lay(_ layer: [Value]) {
    var rest = layer
    for place in all.indices where !rest.isEmpty {
      guard let later = rest.firstIndex(where: { $0.id == all[place].id }) else { continue }
      let value = rest.remove(at: later)
      replacements.append(Replacement(id: "\(value.id)", file: value.file, replaced: all[place].file))
      all[place] = value
    }
    all += rest
  }
}

/// That what stands under an id in one file is used, and not what stands under it in another.
public struct Replacement: Hashable, Sendable {
  public let id: String
  public let file: String
  /// The file that is not used for it.
  public let replaced: String

  public init(id: String, file: String, replaced: String) {
    self.id = id
    self.file = file
    self.replaced = replaced
  }
}
