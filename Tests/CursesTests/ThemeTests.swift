import Screen
import Testing

@testable import Curses

@Suite struct `Themes` {
  private static let all = ThemeName.allCases.map(Theme.named)

  @Test func `Every theme is found by its name`() { #expect(Self.all.map(\.name) == ThemeName.allCases) }

  @Test(arguments: [Theme.dark, .light, .contrast], Role.allCases)
  func `A terminal is only asked for colours it has`(theme: Theme, role: Role) {
    for colors in [8, 16, 88, 256, 1 << 24] {
      for number in [theme.foreground(of: role)?.number(among: colors), theme.ground(of: role, colors: colors)] {
        guard let number else { continue }
        // Direct colour keeps the first eight numbers as they are everywhere.
        #expect((0..<min(colors, 256)).contains(number) && (colors <= 256 || number < 8), "\(role) of \(colors)")
      }
    }
    for colors in [0, 1, 2, 4] { #expect(theme.foreground(of: role)?.number(among: colors) == nil) }
  }

  @Test(arguments: Self.all.filter { $0 != .mono })
  func `Right, wrong, what waits and each end have colours of their own`(theme: Theme) {
    for colors in [8, 16, 256] {
      let numbers = [Role.correct, .wrong, .nowYou, .first, .second].map {
        theme.foreground(of: $0)?.number(among: colors)
      }
      #expect(Set(numbers).count == numbers.count && !numbers.contains(nil), "\(numbers)")
    }
  }

  @Test(arguments: Role.allCases)
  func `Without colours a role has its attributes, all of them`(role: Role) {
    for theme in Self.all {
      #expect(theme.attributes(of: Style(role), colors: 0) == role.attributes)
    }
    #expect(Theme.mono.foreground(of: role) == nil)
  }

  @Test func `A grey takes the place of dim`() {
    #expect(Theme.dark.attributes(of: Style(.border), colors: 256) == [])
    #expect(Theme.dark.attributes(of: Style(.border), colors: 8) == .dim)
    #expect(Theme.dark.attributes(of: Style(.title, adding: .underline), colors: 256) == [.bold, .underline])
    #expect(Theme.dark.attributes(of: Style(.lost), colors: 256) == [])
    #expect(Theme.mono.attributes(of: Style(.lost), colors: 256) == .dim)
  }

  @Test func `What is selected has a ground, or is reversed`() {
    for theme in Self.all {
      for colors in [0, 8, 16, 256] {
        let hasGround = theme.ground(of: .selected, colors: colors) != theme.ground(of: .text, colors: colors)
        #expect(theme.attributes(of: Style(.selected), colors: colors).contains(.reverse) == !hasGround)
      }
    }
  }

  @Test func `What waits for the reader is reversed where there are few colours`() {
    for theme in Self.all where theme != .mono {
      for colors in [8, 16] { #expect(theme.attributes(of: Style(.nowYou), colors: colors) == [.bold, .reverse]) }
      #expect(theme.attributes(of: Style(.nowYou), colors: 256) == .bold)
    }
  }
}
