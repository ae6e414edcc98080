import Bilingual
import Screen
import Simulation
import TCP

/// How a ladder is to be laid out and written.
public struct LadderOptions: Hashable, Sendable {
  /// The fewest rows by which an arrival lies below its departure, **2 …**.
  ///
  /// A flight takes one row more than that.
  public var slope = LadderOptions.usualSlope
  /// Whether each arrow's label begins with the segment's number, `#3`.
  public var numbersSegments = false
  /// The language of the few words that are none of the protocol's.
  public var language: Language = .en
  public var glyphs: Glyphs = .unicode
  /// The run's latency; a stretch of ten times that with nothing in it is cut out.
  public var latency: Interval = .milliseconds(50)
  /// Whether arrows lie level, one in each row: ASCII has nothing to slope with.
  var isStraight: Bool { glyphs.set == .ascii }
  /// How sequence numbers are written; which there are is the run's matter.
  public var numbering = Numbering()
  /// What marks it as no real run; nil for one that is.
  public var whatIf: WhatIf?

  /// What an open question asks for.
  public var blanks = Blanks()

  /// What a ladder has that may be as long as it likes.
  public static let usualSlope = 4

  public init(
    slope: Int = LadderOptions.usualSlope, numbersSegments: Bool = false, language: Language = .en,
    glyphs: Glyphs = .unicode,
    latency: Interval = .milliseconds(50)
  ) {
    self.slope = max(2, slope)
    self.numbersSegments = numbersSegments
    self.language = language
    self.glyphs = glyphs
    self.latency = latency
  }
}

/// The words of a ladder that are none of the protocol's.
enum LadderWords {
  static let again = Localized(zh: "重传", en: "again")
  static let lost = Localized(zh: "丢失", en: "lost")
  static let injected = Localized(zh: "注入", en: "injected")
  static let copy = Localized(zh: "副本", en: "copy")
  static let held = Localized(zh: "扣留", en: "held")
  static let released = Localized(zh: "放行", en: "released")
}

extension Glyphs {
  /// An axis where time is cut out.
  var axisBreak: Character { self.set == .unicode ? "⋮" : ":" }
  /// An axis of a run that is not real.
  var brokenAxis: Character { self.set == .unicode ? "┊" : ":" }
  /// A segment in flight.
  var traveller: Character { self.set == .unicode ? "●" : "o" }
  /// Where an injected segment begins.
  var source: Character { bullet }
  /// Where a segment that goes right, or left, is held back.
  func wall(goesRight: Bool) -> Character {
    switch set {
    case .unicode: "║"
    case .ascii: goesRight ? "]" : "["
    }
  }
}
