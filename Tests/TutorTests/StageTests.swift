import Figures
import Scenario
import Screen
import Simulation
import TCP
import Testing

@testable import Tutor

@Suite struct `The stage` {
  private func run(_ latency: Interval, _ actions: [Action]) -> Run {
    var settings = Network.Settings()
    settings.latency = latency
    var run = Run(settings)
    for action in actions { run.play(action) }
    return run
  }

  /// 180 ms a row, of the ladder that is seen: its flights take three to six rows, its breaks on the run's latency.
  @Test(
    arguments: [Interval.milliseconds(50), .seconds(5)], [Size(columns: 80, rows: 20), Size(columns: 70, rows: 40)])
  func `A run is played at the pace of the ladder that is drawn`(latency: Interval, size: Size) {
    let earlier = run(latency, [.call(.b, .openPassive)])
    let later = run(latency, [.call(.b, .openPassive), .call(.a, .openActive()), .settle])
    let context = Context(language: .en, glyphs: .unicode, size: size)
    let area = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
    var stage = Stage(earlier)
    stage.play(later, since: earlier, speed: 2, in: area, context)
    var now = context.now
    var rows = 0
    while stage.isMoving(at: now) {
      now = now.advanced(by: 90_000_000)
      rows += 1
    }
    let ladder = Ladder(
      later.transcript, names: later.network.settings.names, columns: size.columns,
      options: .init(slope: latency == .seconds(5) ? 2 : size.rows > 30 ? 5 : 4, glyphs: .unicode, latency: latency))
    #expect(rows == ladder.height - ladder.row(afterOccurrences: earlier.transcript.count))
  }

  @Test func `What is seen while it moves is all that has happened down to a row`() {
    let earlier = run(.milliseconds(50), [.call(.b, .openPassive)])
    let later = run(.milliseconds(50), [.call(.b, .openPassive), .call(.a, .openActive()), .settle])
    var context = Context(language: .en, glyphs: .unicode, size: Size(columns: 80, rows: 20))
    var surface = Surface(columns: 80, rows: 20, widths: .standard)
    var stage = Stage(earlier)
    stage.play(later, since: earlier, speed: 1, in: surface.bounds, context)
    var states: [Bool] = []
    while stage.isMoving(at: context.now) {
      stage.draw(on: &surface, in: surface.bounds, context)
      // The cards are above the ladder.
      states.append(surface.lines[1].contains("ESTABLISHED"))
      context.now = context.now.advanced(by: 180_000_000)
    }
    #expect(states.first == false && states.last == true)
    #expect(states == states.sorted { !$0 && $1 }, "a card never goes back")
  }
}

@Suite struct `A memo` {
  @Test func `makes a value once for each key, and from the last one`() {
    let memo = Memo<Int, [Int]>()
    var made = 0
    func value(_ key: Int) -> [Int] {
      memo.value(for: key) { last in
        made += 1
        return (last?.value ?? []) + [key]
      }
    }
    #expect(value(1) == [1] && value(1) == [1] && made == 1)
    #expect(value(2) == [1, 2] && made == 2)
    #expect(value(1) == [1, 2, 1] && made == 3, "only the last is remembered")
  }
}
