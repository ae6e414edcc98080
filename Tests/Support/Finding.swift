import Bilingual

/// What the tests look at in a diagnostic.
public struct Finding: Hashable, CustomStringConvertible, Sendable {
  public var line: Int
  public var column: Int
  /// In characters; nil where a test does not look at it.
  public var length: Int?
  public var message: String

  public init(_ line: Int, _ column: Int, _ message: String) {
    (self.line, self.column, self.message) = (line, column, message)
  }

  public init(_ line: Int, _ column: Int, _ length: Int, _ message: String) {
    (self.line, self.column, self.length, self.message) = (line, column, length, message)
  }

  /// Without its length.
  public init(_ diagnostic: Diagnostic) {
    self.init(diagnostic.location.line, diagnostic.location.column, diagnostic.message.en)
  }

  /// With its length.
  public static func measured(_ diagnostic: Diagnostic) -> Finding {
    var finding = Finding(diagnostic)
    finding.length = diagnostic.location.length
    return finding
  }

  public var description: String { "\(line):\(column)\(length.map { "+\($0)" } ?? "") \(message)" }
}

extension Diagnostic {
  /// Whether it says something in each language, and not the same words.
  public var isBilingual: Bool { !message.zh.isEmpty && !message.en.isEmpty && message.zh != message.en }

  /// Whether it lies within its line, or ends so many characters behind it.
  public func isInItsLine(orBehindBy excess: Int) -> Bool {
    location.line >= 1 && location.column >= 1 && location.column + location.length <= sourceLine.count + 1 + excess
  }
}

/// What is wrong, as the body throws it.
public func diagnostics<Value>(of body: () throws(Diagnostics) -> Value) -> [Diagnostic] {
  do throws(Diagnostics) {
    _ = try body()
    return []
  } catch {
    return error.all
  }
}
