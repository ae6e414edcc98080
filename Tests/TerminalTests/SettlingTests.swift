import Screen
import Testing

@testable import tcptutor

@Suite struct `A file that settles` {
  /// So many milliseconds after the beginning.
  private func at(_ milliseconds: Int64) -> Moment {
    Moment(nanoseconds: 0, wallSeconds: 0).advanced(by: milliseconds * 1_000_000)
  }

  @Test func `Is not looked at while nothing happens`() {
    #expect(Settling().deadline == nil)
  }

  @Test func `Is looked at once for all that happens at once`() {
    var settling = Settling()
    settling.stir(at: at(0))
    settling.stir(at: at(30))
    settling.stir(at: at(90))
    #expect(settling.deadline == at(100))
    #expect(settling.look(at: at(100), isThere: true) == .isThere)
    #expect(settling.deadline == nil)
    settling.stir(at: at(150))
    #expect(settling.deadline == at(250))
  }

  @Test func `May be missing for a moment`() {
    var settling = Settling()
    settling.stir(at: at(0))
    #expect(settling.look(at: at(100), isThere: false) == .isMissing)
    #expect(settling.deadline == at(1100))
    // It comes back, and is looked at no later than any other change.
    settling.stir(at: at(300))
    #expect(settling.deadline == at(400))
    #expect(settling.look(at: at(400), isThere: true) == .isThere)
    #expect(settling.deadline == nil)
  }

  @Test func `Is gone when it stays missing, and that is settled`() {
    var settling = Settling()
    settling.stir(at: at(0))
    #expect(settling.look(at: at(100), isThere: false) == .isMissing)
    // Something else that happens meanwhile makes it wait no shorter.
    settling.stir(at: at(200))
    #expect(settling.look(at: at(300), isThere: false) == .isMissing)
    #expect(settling.deadline == at(1100))
    #expect(settling.look(at: at(1100), isThere: false) == .isGone)
    #expect(settling.deadline == nil)
  }
}
