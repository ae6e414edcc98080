import Bilingual
import Figures
import Screen
import Simulation

/// A way to write a run down: its name, and the function that does it.
///
/// Each stands with the notation that it writes, and in ``all``.
public struct Format: Sendable {
  /// What the user calls it.
  public let name: String
  /// Whether there is one for each host: what that host saw or did of the run.
  public let isPerHost: Bool
  /// Whether it is UTF-8 text in lines, each of which ends in a line feed.
  public let isText: Bool
  /// Whether it can hold several runs one after the other, as a chapter may have them.
  public let holdsSeveralRuns: Bool
  /// Writes a run.
  ///
  /// The run is taken at its end; the host means something only where ``isPerHost`` says so.
  ///
  /// - Returns: **octets**, those of a whole file.
  public let write: @Sendable (Network, Host, FormatOptions) -> [UInt8]

  /// Every way, the usual one first.
  public static let all: [Format] = [.text, .jsonl, .mermaid, .svg, .packetdrill, .pcapng, .cast]

  /// The way of this name; nil if there is none.
  public init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// Octets.
  init(_ name: String, isPerHost: Bool, write: @escaping @Sendable (Network, Host, FormatOptions) -> [UInt8]) {
    self.name = name
    self.isPerHost = isPerHost
    isText = false
    holdsSeveralRuns = false
    self.write = write
  }

  /// Text, given as lines without their ends.
  init(
    _ name: String, isPerHost: Bool = false, holdsSeveralRuns: Bool = false,
    lines: @escaping @Sendable (Network, Host, FormatOptions) -> [String]
  ) {
    self.name = name
    self.isPerHost = isPerHost
    isText = true
    self.holdsSeveralRuns = holdsSeveralRuns
    write = { network, host, options in
      var octets: [UInt8] = []
      for line in lines(network, host, options) {
        octets += line.utf8
        octets.append(UInt8(ascii: "\n"))
      }
      return octets
    }
  }
}

/// What the user may choose about how a run is written down; each format takes what concerns it.
public struct FormatOptions: Hashable, Sendable {
  /// The language of the few words that are none of the protocol's.
  public var language: Language
  public var glyphs: Glyphs
  /// The **columns** that a line may take.
  public var columns: Int
  /// How sequence numbers are written, where a format doesn't say how itself.
  public var notation: NumberNotation
  /// Which of a chapter's several runs it is; nil where there is one only.
  public var run: RunName?

  /// One of a chapter's runs.
  public struct RunName: Hashable, Sendable {
    /// From **1**.
    public let number: Int
    /// The id of the beat with which it begins.
    public let beat: String

    public init(number: Int, beat: String) { (self.number, self.beat) = (number, beat) }
  }

  public init(
    language: Language = .en, glyphs: Glyphs = .unicode, columns: Int = 80, notation: NumberNotation = .absolute
  ) {
    self.notation = notation
    self.language = language
    self.glyphs = glyphs
    self.columns = columns
  }

  var ladder: LadderOptions {
    var options = LadderOptions(language: language, glyphs: glyphs)
    options.numbering.notation = notation
    return options
  }
}
