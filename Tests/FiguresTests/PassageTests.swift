import Scenario
import Screen
import Simulation
import TCP
import Testing

@testable import Figures

/// A ladder is laid out in passages, each by itself.
@Suite struct `Passages` {
  private static let scripts =
    busyScripts + [
      "server listen\nclient connect\nsettle\nwait 1s\nclient send 5\nsettle\nwait 60ms\nclient close\nwait 10min",
      "hold next client SYN\nclient connect\nserver listen\nwait 3s\nrelease\nsettle\nexpect client ESTABLISHED\nwait 1s\n"
        + "client send 5000\nserver send 5000\nsettle\nclient crash\nwait 1s\nserver send 5\nwait 20min",
      "lose next client SYN x3\nclient connect\nwait 100ms\nclient status\nwait 30s",
    ]

  private func network(_ script: String) throws -> Network { try played(script) }

  private func ladder(_ transcript: Transcript, _ options: LadderOptions = .init(numbersSegments: true)) -> Ladder {
    Ladder(transcript, names: Pair("client", "server"), options: options)
  }

  @Test(arguments: scripts)
  func `share no row, and begin where nothing is under way`(script: String) throws {
    let ladder = ladder(try network(script).transcript)
    #expect(ladder.passages.first?.occurrences.lowerBound == 0)
    for (passage, next) in zip(ladder.passages, ladder.passages.dropFirst()) {
      #expect(passage.occurrences.upperBound == next.occurrences.lowerBound)
      #expect(passage.layout.height > 0)
      #expect(passage.layout.arrows.allSatisfy { $0.endRow < passage.layout.height && $0.ending != .underWay })
      #expect(passage.layout.labels.allSatisfy { $0.row + $0.lines.count <= passage.layout.height })
    }
  }

  @Test(arguments: scripts)
  func `A ladder that goes on, or back, or another way is the one that is laid out anew`(script: String) throws {
    let transcript = try network(script).transcript
    let other = try network("server listen\nclient connect\nsettle\nwait 7s\nclient abort").transcript
    var grown = ladder([])
    let counts = Array(0...transcript.count) + [transcript.count / 2, transcript.count / 3, 1, transcript.count]
    for count in counts {
      let part = Array(transcript.prefix(count))
      grown = grown.extended(to: part)
      let fresh = ladder(part)
      #expect(grown.lines() == fresh.lines() && grown.height == fresh.height, "\(count)")
      #expect(grown.layout == fresh.layout)
    }
    #expect(grown.extended(to: other).lines() == ladder(other).lines())
  }

  @Test(arguments: scripts)
  func `Rows are found as if each were looked at`(script: String) throws {
    let transcript = try network(script).transcript
    let ladder = ladder(transcript)
    let rows = ladder.layout.rows
    for index in transcript.indices { #expect(ladder.row(ofOccurrence: index) == rows[index]) }
    for count in 0...transcript.count {
      #expect(ladder.row(afterOccurrences: count) == rows.prefix(count).max() ?? 0)
    }
    for row in stride(from: -1, to: Double(ladder.height) + 1, by: 0.5) {
      let count = (0...transcript.count).last { count in rows.prefix(count).allSatisfy { Double($0) <= row } }
      #expect(ladder.occurrences(downTo: row) == count, "\(row)")
    }
  }

  @Test(arguments: scripts)
  func `What is drawn of a part is what is there in the whole`(script: String) throws {
    let ladder = ladder(try network(script).transcript)
    for limit in [nil, Double(ladder.height) / 2, Double(ladder.height) - 3] {
      let whole = ladder.lines(upTo: limit)
      for firstRow in stride(from: 0, to: ladder.height, by: 3) {
        var part = Surface(columns: 80, rows: 5, widths: .standard)
        ladder.draw(on: &part, in: part.bounds, firstRow: firstRow, upTo: limit.map { LadderMoment($0) })
        let seen = min(5, ladder.height - firstRow)
        #expect(Array(part.lines.prefix(seen)) == Array(whole[firstRow..<firstRow + seen]), "\(firstRow)")
      }
    }
  }
}

/// What is laid out and drawn of a long run, by count.
@Suite struct `Long ladders` {
  /// A run at its limit: text goes over and over, with rests between.
  private static let run: Run = {
    var run = Run()
    run.play(.call(.b, .openPassive))
    run.play(.call(.a, .openActive()))
    run.play(.settle)
    while run.transcript.count < 9_900 {
      run.play(.wait(.milliseconds(100)))
      run.play(.call(.a, .send(octets: 5)))
      run.play(.settle)
    }
    return run
  }()

  private static let ladder = Ladder(run.transcript, names: Pair("client", "server"))

  /// The arrows and labels that drawing looks at.
  private func parts(_ rows: Range<Int>) -> Int {
    Self.ladder.passages[Self.ladder.passages(in: rows)].reduce(0) {
      $0 + $1.layout.arrows.count + $1.layout.labels.count + $1.labels.labels.count
    }
  }

  @Test func `Drawing the end looks at no more than drawing the beginning`() {
    let height = Self.ladder.height
    #expect(Self.run.stop == nil && height > 5_000 && Self.ladder.passages.count > 1_000)
    let beginning = parts(0..<30)
    #expect(beginning > 0)
    for firstRow in [height / 3, height / 2, height - 30] {
      #expect((1...2 * beginning).contains(parts(firstRow..<firstRow + 30)))
    }
  }

  @Test func `A run without rests has passages too, and no later instant lies above an earlier one in it`() {
    var run = Run()
    run.play(.call(.b, .openPassive))
    run.play(.call(.a, .openActive()))
    run.play(.settle)
    var ladder = Ladder(run.transcript, names: Pair("client", "server"))
    while run.transcript.count < 2_000 {
      run.play(.call(.a, .send(octets: 5)))
      run.play(.settle)
      ladder = ladder.extended(to: run.transcript)
      #expect(ladder.laidOut < 300)
    }
    #expect(ladder.passages.count > 5)
    #expect(ladder.layout == Ladder(run.transcript, names: Pair("client", "server")).layout)
    let rows = ladder.layout.rows
    for index in rows.indices.dropFirst() where run.transcript[index].time > run.transcript[index - 1].time {
      #expect(rows[index] > rows[index - 1])
    }
  }

  @Test func `A line more lays out the last passage and what is new`() {
    var run = Self.run
    run.play(.wait(.milliseconds(100)))
    run.play(.call(.a, .send(octets: 5)))
    run.play(.settle)
    let longer = Self.ladder.extended(to: run.transcript)
    #expect(longer.height > Self.ladder.height)
    #expect(Self.ladder.laidOut == Self.run.transcript.count)
    #expect(longer.laidOut < 20)
    #expect(longer.extended(to: run.transcript).laidOut == 0, "nothing is new")
    let back = longer.extended(to: Self.run.transcript)
    #expect(back.laidOut < 20 && back.height == Self.ladder.height)
  }
}
