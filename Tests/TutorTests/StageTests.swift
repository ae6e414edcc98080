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

  private func opening(_ latency: Interval = .milliseconds(50)) -> (earlier: Run, later: Run) {
    (
      run(latency, [.call(.b, .openPassive)]),
      run(latency, [.call(.b, .openPassive), .call(.a, .openActive()), .settle])
    )
  }

  /// Three flights of 0.7 s, three arrivals of 0.2 s, two changes of 0.3 s before an answer, and four rows between.
  @Test(arguments: [Size(columns: 80, rows: 20), Size(columns: 70, rows: 40)])
  func `A flight takes its time, whatever rows it has`(size: Size) {
    let (earlier, later) = opening()
    let context = Context(language: .en, glyphs: .unicode, size: size)
    var stage = Stage(earlier)
    stage.play(later, since: earlier, speed: 2, in: size.area, context)
    var now = context.now
    while stage.isMoving(at: now) { now = now.advanced(by: 10_000_000) }
    let seconds = Double(now.nanoseconds) / 1e9
    #expect(seconds > (3 * 0.7 + 3 * 0.2 + 2 * 0.3) / 2 && seconds < (3 * 0.7 + 3 * 0.2 + 2 * 0.3 + 8 * 0.12) / 2)
  }

  @Test func `A segment travels, arrives, changes the state, and only then is it answered`() {
    let (earlier, later) = opening()
    let size = Size(columns: 80, rows: 24)
    var context = Context(language: .en, glyphs: .unicode, size: size)
    var stage = Stage(earlier)
    stage.play(later, since: earlier, speed: 1, in: size.area, context)
    var moments: [String] = []
    while stage.isMoving(at: context.now) {
      let (surface, text) = screen(stage, context)
      let server = text.dropFirst(3).contains { $0.contains("SYN-RECEIVED") }
      let flashes = surface.containsReverse("│")
      let answer = text.contains { $0.contains("ack=101") }
      let moment =
        answer
        ? "answered" : server ? "changed" : flashes ? "arrived" : text.joined().contains("●") ? "travels" : "before"
      if moments.last != moment { moments.append(moment) }
      context.now = context.now.advanced(by: 33_000_000)
    }
    #expect(moments == ["before", "travels", "arrived", "changed", "answered"])
  }

  @Test func `A segment that waited on its way goes on from there`() {
    let earlier = run(.milliseconds(50), [.call(.b, .openPassive), .call(.a, .openActive())])
    let later = run(.milliseconds(50), [.call(.b, .openPassive), .call(.a, .openActive()), .step(1)])
    let size = Size(columns: 80, rows: 24)
    let context = Context(language: .en, glyphs: .unicode, size: size)
    var stage = Stage(earlier)
    let waiting = column(of: "●", in: screen(stage, context).text)
    stage.play(later, since: earlier, speed: 1, in: size.area, context)
    let moving = column(of: "●", in: screen(stage, context).text)
    #expect(abs(waiting - moving) <= 2 && waiting > 40, "\(waiting), \(moving)")
  }

  @Test func `What is new stands out for a while after the motion, and nothing is drawn between`() {
    let (earlier, later) = opening()
    let size = Size(columns: 80, rows: 24)
    var context = Context(language: .en, glyphs: .unicode, size: size)
    var stage = Stage(earlier)
    stage.play(later, since: earlier, speed: 1, in: size.area, context)
    while stage.isMoving(at: context.now) { context.now = context.now.advanced(by: 10_000_000) }
    #expect(screen(stage, context).surface.containsReverse("ESTABLISHED"))
    let end = stage.wakes(after: context.now)
    #expect((400_000_000...600_000_000).contains(end?.nanoseconds(since: context.now) ?? 0))
    context.now = end ?? context.now
    #expect(!screen(stage, context).surface.containsReverse("ESTABLISHED") && stage.wakes(after: context.now) == nil)
  }

  @Test func `Without motion all is there at once`() {
    let (earlier, later) = opening()
    let size = Size(columns: 80, rows: 24)
    let context = Context(language: .en, glyphs: .unicode, size: size, usesMotion: false)
    var stage = Stage(earlier)
    stage.play(later, since: earlier, speed: 1, in: size.area, context)
    #expect(!stage.isMoving(at: context.now) && stage.wakes(after: context.now) == nil)
    #expect(screen(stage, context).text == screen(Stage(later), context).text)
  }

  /// A cell costs about twenty bytes with its place and its colour, so 4 KiB a second are seven cells a frame.
  @Test func `A frame changes few cells, and of a run twice as long no more`() {
    func cells(_ times: Int) -> (each: Double, most: Int, frames: Int) {
      let size = Size(columns: 100, rows: 30)
      let earlier = run(.milliseconds(50), [.call(.b, .openPassive), .call(.a, .openActive()), .settle])
      var later = earlier
      for _ in 0..<times {
        later.play(.call(.a, .send(octets: 5)))
        later.play(.settle)
      }
      var context = Context(language: .en, glyphs: .unicode, size: size)
      var stage = Stage(earlier)
      stage.play(later, since: earlier, speed: 1, in: size.area, context)
      var (last, changed) = (screen(stage, context).surface, [Int]())
      while stage.isMoving(at: context.now) {
        context.now = context.now.advanced(by: 33_000_000)
        let now = screen(stage, context).surface
        changed.append(now.differences(from: last))
        last = now
      }
      return (Double(changed.reduce(0, +)) / Double(changed.count), changed.max() ?? 0, changed.count)
    }
    let (short, long) = (cells(4), cells(8))
    #expect(long.frames > short.frames * 3 / 2)
    #expect(short.each < 7 && long.each < short.each * 1.5 + 2, "\(short), \(long)")
  }

  private func screen(_ stage: Stage, _ context: Context) -> (surface: Surface, text: [String]) {
    var surface = Surface(size: context.size, widths: .standard)
    stage.draw(on: &surface, in: surface.bounds, context)
    return (surface, surface.lines)
  }

  private func column(of character: Character, in lines: [String]) -> Int {
    lines.compactMap { line in line.firstIndex(of: character).map { line.distance(from: line.startIndex, to: $0) } }
      .max() ?? 0
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
      states.append(surface.lines[0].contains("ESTABLISHED"))
      context.now = context.now.advanced(by: 180_000_000)
    }
    #expect(states.first == false && states.last == true)
    #expect(states == states.sorted { !$0 && $1 }, "a card never goes back")
  }
}

extension Size {
  fileprivate var area: Rect { Rect(x: 0, y: 0, width: columns, height: rows) }
}

extension Surface {
  /// Whether a text stands somewhere with all of it reversed.
  fileprivate func containsReverse(_ text: String) -> Bool {
    let characters = Array(text)
    return (0..<size.rows).contains { y in
      (0...max(0, size.columns - characters.count)).contains { x in
        characters.indices.allSatisfy {
          self[x + $0, y].character == characters[$0] && self[x + $0, y].style.attributes.contains(.reverse)
        }
      }
    }
  }

  fileprivate func differences(from other: Surface) -> Int {
    (0..<size.rows).reduce(0) { sum, y in sum + (0..<size.columns).count { self[$0, y] != other[$0, y] } }
  }
}

@Suite struct `Time to read` {
  @Test func `Is a second for six Han characters or four words`() {
    #expect("客户端发出报文段，".readingTime == 8.0 / 6)
    #expect("The client's SYN, seq=100: lost".readingTime == 5.0 / 4)
    #expect("服务器收到 SYN-ACK".readingTime == 5.0 / 6 + 1.0 / 4)
    #expect("— · ".readingTime == 0)
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
