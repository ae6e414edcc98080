import Foundation
import Screen
import Testing

@testable import Curses

/// The colours of the themes, reckoned as the 256 of xterm are.
@Suite struct `Colours for every eye` {
  static let colored: [Theme] = [.dark, .light, .contrast]
  /// What must be told apart by anybody.
  static let apart: [Role] = [.first, .second, .nowYou]

  /// The grounds that a theme is for: those of common terminals, or its own.
  static func grounds(of theme: Theme) -> [LinearColor] {
    switch theme.name {
    case .dark: [LinearColor(red: 0, green: 0, blue: 0), LinearColor(red: 0x1E, green: 0x1E, blue: 0x1E)]
    case .light: [LinearColor(red: 255, green: 255, blue: 255)]
    case .contrast: [LinearColor(palette: 16)]
    case .mono: []
    }
  }

  static func color(of role: Role, in theme: Theme) -> LinearColor? {
    theme.foreground(of: role)?.number(among: 256).map(LinearColor.init(palette:))
  }

  /// The least contrast that a role has on the grounds of a theme; nil where it has the terminal's own colour.
  static func contrast(of role: Role, in theme: Theme) -> Double? {
    color(of: role, in: theme).flatMap { color in grounds(of: theme).map(color.contrast(on:)).min() }
  }

  static func difference(_ one: Role, _ other: Role, in theme: Theme, _ sight: Sight) -> Double? {
    guard let one = color(of: one, in: theme), let other = color(of: other, in: theme) else { return nil }
    return one.difference(from: other, sight)
  }

  /// What is drawn and never read is a line; what may be passed over is faint.
  private static func leastContrast(of role: Role) -> Double {
    switch role {
    case .border, .selectionMark, .dim, .quote, .field, .keyLabel: 3
    case .text, .title, .heading, .strong, .code, .link, .first, .second, .lost, .nowYou, .prompt, .key, .selected,
      .correct, .wrong:
      4.5
    }
  }

  @Test(arguments: colored, Role.allCases)
  func `Text is read on every ground that its theme is for`(theme: Theme, role: Role) {
    guard let contrast = Self.contrast(of: role, in: theme) else { return }
    #expect(contrast >= Self.leastContrast(of: role))
  }

  @Test(arguments: colored)
  func `What is selected is read on its own ground`(theme: Theme) throws {
    let ground = LinearColor(palette: try #require(theme.ground(of: .selected, colors: 256)))
    // The terminal's own text is at the far end of its ground.
    let text = Self.color(of: .selected, in: theme) ?? LinearColor(palette: theme == .dark ? 252 : 16)
    #expect(text.contrast(on: ground) >= 4.5)
    #expect(try #require(Self.color(of: .selectionMark, in: theme)).contrast(on: ground) >= 3)
  }

  @Test(arguments: colored, Sight.allCases)
  func `Both ends and what waits for the reader are told apart`(theme: Theme, sight: Sight) throws {
    for (index, one) in Self.apart.enumerated() {
      for other in Self.apart[(index + 1)...] {
        let difference = try #require(Self.difference(one, other, in: theme, sight))
        #expect(difference >= 20, "\(one) and \(other)")
      }
    }
  }

  @Test func `Right and wrong have signs of their own`() {
    for glyphs in [Glyphs.unicode, .ascii] { #expect(glyphs.check != glyphs.cross) }
  }

  /// The figures themselves, so that a change of a colour shows what it changes.
  @Test func `The figures`() {
    func rounded(_ value: Double) -> String { String(format: "%5.1f", value) }
    let roles: [Role] = Self.apart + [.correct, .wrong, .dim]
    var lines = ["contrast   " + roles.map { "\($0)" }.joined(separator: " ")]
    for theme in Self.colored {
      let figures = roles.map { rounded(Self.contrast(of: $0, in: theme) ?? 0) }
      lines.append("\(theme.name)".padding(toLength: 9, withPad: " ", startingAt: 0) + figures.joined(separator: " "))
    }
    lines.append("difference first-second first-nowYou second-nowYou")
    for theme in Self.colored {
      for sight in Sight.allCases {
        let figures = [(Role.first, Role.second), (.first, .nowYou), (.second, .nowYou)].map {
          rounded(Self.difference($0, $1, in: theme, sight) ?? 0)
        }
        lines.append(
          "\(theme.name) \(sight)".padding(toLength: 16, withPad: " ", startingAt: 0) + figures.joined(separator: " "))
      }
    }
    #expect(lines == Self.figures)
  }

  private static let figures = """
    contrast   first second nowYou correct wrong dim
    dark      10.5   9.2   6.1   9.6   5.6   4.8
    light      7.0   4.7   7.0   8.0   7.4   5.3
    contrast  16.7  11.5   7.7  15.3   9.1  13.6
    difference first-second first-nowYou second-nowYou
    dark normal      87.0  63.3 108.8
    dark protan      73.6  38.2 105.4
    dark deutan      83.5  29.2 109.0
    dark tritan      79.9  46.5  43.4
    light normal     93.6  96.0 141.4
    light protan     76.8  54.7 128.8
    light deutan     89.9  43.1 129.8
    light tritan     77.8  49.1  47.7
    contrast normal  97.0 100.5 108.8
    contrast protan  60.8  57.2 105.4
    contrast deutan  72.4  43.0 109.0
    contrast tritan  91.2  59.3  43.4
    """.split(separator: "\n").map(String.init)
}
