/// Something wrong in a source text: where, what, and what would be right.
public struct Diagnostic: Error, Hashable, Sendable {
  /// The file's name as it was given; `-` for standard input.
  public var file: String
  public var location: SourceLocation
  /// The line it stands in, without its line break; empty where there is none.
  public var sourceLine: String
  public var message: Localized
  /// What to do about it; nil where the message says all.
  public var hint: Localized?

  public init(
    file: String, location: SourceLocation, sourceLine: String = "", message: Localized, hint: Localized? = nil
  ) {
    self.file = file
    self.location = location
    self.sourceLine = sourceLine
    self.message = message
    self.hint = hint
  }
}

/// A stretch of one line.
public struct SourceLocation: Hashable, Sendable {
  /// From **1**.
  public var line: Int
  /// In characters, from **1**.
  public var column: Int
  /// In characters, **1 …**.
  public var length: Int

  public init(line: Int, column: Int = 1, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = max(1, length)
  }
}

/// Several diagnostics as one error; never empty.
public struct Diagnostics: Error, Sendable {
  public let all: [Diagnostic]

  public init(_ all: [Diagnostic]) { self.all = all }
}
