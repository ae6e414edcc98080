import Screen
import Testing

@testable import Curses

@Suite struct `Themes` {
  private static let all = ThemeName.allCases.map(Theme.named)

  @Test func `Every theme is found by its name`() { #expect(Self.all.map(\.name) == ThemeName.allCases) }

  @Test(arguments: [Theme.dark, .light, .contrast], Role.allCases)
  func `A terminal is only asked for colours it has`(theme: Theme, role: Role) {
    for colors in [8, 16, 88, 256, 1 << 24] {
      for color in [theme.foreground(of: role), theme.ground] {
        guard let number = color?.number(among: colors) else { continue }
        // Direct colour keeps the first eight numbers as they are everywhere.
        #expect((0..<min(colors, 256)).contains(number) && (colors <= 256 || number < 8), "\(role) of \(colors)")
      }
    }
    for colors in [0, 1, 2, 4] { #expect(theme.foreground(of: role)?.number(among: colors) == nil) }
  }

  @Test(arguments: Self.all.filter { $0 != .mono })
  func `What is right, wrong and doubtful has a colour of its own`(theme: Theme) {
    for colors in [8, 16, 256] {
      let numbers = [Role.correct, .wrong, .warning, .signal, .title].map {
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
    #expect(Theme.dark.attributes(of: Style(.axis), colors: 256) == [])
    #expect(Theme.dark.attributes(of: Style(.axis), colors: 8) == .dim)
    #expect(Theme.dark.attributes(of: Style(.title, adding: .underline), colors: 256) == [.bold, .underline])
    #expect(Theme.dark.attributes(of: Style(.lost), colors: 256) == .dim)
  }

  @Test(arguments: Self.all, [0, 8, 16, 256])
  func `No theme leaves it to colour alone what became of a segment or an answer`(theme: Theme, colors: Int) {
    for roles in [[Role.segment, .segmentInFlight, .lost, .retransmission, .injected], [.correct, .wrong, .text]] {
      #expect(Set(roles.map { theme.attributes(of: Style($0), colors: colors) }).count == roles.count)
    }
  }
}
