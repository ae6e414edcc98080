import Bilingual
import Course
import Foundation
import Support
import Testing

/// Numbers that are the same in every run: SplitMix64.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct `A mutilated chapter` {
  private static let pieces = [
    "`", "```", "```tcp\n", "~~~\n", "---\n", "<!-- ", "-->", "\n", "\r", "  ", "## ", "- ", "> ", "[", "](", "*", "~~",
    "|", "\\",
    "client ", "expect ", "finds\n", ",", "= ", "\"", ": ", "&", "\u{301}", "\u{1F468}\u{200D}", "\u{0}", "\u{2028}",
    "甲", "，",
    "99999999999",
  ]

  @Test(arguments: 0..<16) func `It is read or refused, and every finding has a place in it`(seed: UInt64) throws {
    var numbers = Numbers(state: seed)
    let language = Language.allCases[Int(seed % 2)]
    let name = seed % 4 < 2 ? Fixture.chapter : Fixture.searches
    let whole = try Fixture.text("Lessons/\(language.rawValue)/\(name).md")
    for _ in 0..<25 {
      var scalars = Array(whole.unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let place = Int.random(in: 0..<scalars.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: scalars.removeSubrange(place..<min(scalars.count, place + Int.random(in: 1...40, using: &numbers)))
        case 1: scalars.insert(contentsOf: Self.pieces.randomElement(using: &numbers)!.unicodeScalars, at: place)
        default: scalars.removeSubrange(max(1, place)...)
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      _ = findings(in: String(text), file: "fixture.md")
    }
  }
}
