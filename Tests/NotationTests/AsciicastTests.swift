import Bilingual
import Figures
import Foundation
import Notation
import Screen
import Testing

/// A terminal that knows what a recording uses, and fails at anything else.
private struct SmallTerminal {
  /// Nil is the right half of the character before.
  private var rows: [[Character?]]
  private let columns: Int
  private var row = 0
  private var column = 0
  /// The rows that scroll.
  private var region: ClosedRange<Int>

  init(columns: Int, rows count: Int) {
    self.columns = columns
    rows = Array(repeating: Array(repeating: " ", count: columns), count: count)
    region = 0...count - 1
  }

  /// Without blanks at their ends.
  var lines: [String] {
    rows.map { String($0.reversed().drop { $0 == " " }.reversed().compactMap { $0 }) }
  }

  mutating func write(_ text: String) throws {
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\u{1B}":
        let sequence = rest.prefix { !$0.isLetter }
        rest = rest.dropFirst(sequence.count)
        let end = try #require(rest.first)
        rest.removeFirst()
        try take(sequence, end)
      case "\n":
        if row == region.upperBound {
          rows.remove(at: region.lowerBound)
          rows.insert(Array(repeating: " ", count: columns), at: region.upperBound)
        } else {
          row += 1
        }
      default:
        let width = DisplayWidth.standard.width(of: String(character))
        try #require((1...2).contains(width) && column + width <= columns)
        rows[row][column] = character
        if width == 2 { rows[row][column + 1] = nil }
        column += width
      }
    }
  }

  private mutating func take(_ sequence: Substring, _ end: Character) throws {
    try #require(sequence.first == "[")
    let numbers = sequence.dropFirst().split(separator: ";").compactMap { Int($0) }
    switch end {
    case "H": (row, column) = (numbers[0] - 1, numbers[1] - 1)
    case "K": for place in column..<columns { rows[row][place] = " " }
    case "r": region = numbers[0] - 1...numbers[1] - 1
    case "m": #expect(numbers.allSatisfy { [0, 1, 2, 4, 7].contains($0) })
    case "l": #expect(sequence == "[?25")
    default: Issue.record("the sequence \(sequence)\(end)")
    }
  }
}

/// A recording as a player reads it.
private struct Cast {
  struct Event {
    let time: Double
    let code: String
    let data: String
  }

  let header: [String: Any]
  let events: [Event]

  init(_ lines: [String]) throws {
    let values = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    header = try #require(values.first as? [String: Any])
    events = try values.dropFirst().map { value in
      let parts = try #require(value as? [Any])
      try #require(parts.count == 3)
      return Event(
        time: try #require(parts[0] as? Double), code: try #require(parts[1] as? String),
        data: try #require(parts[2] as? String))
    }
  }

  /// The screens, one after each event of output.
  func played() throws -> [[String]] {
    var terminal = SmallTerminal(
      columns: try #require(header["width"] as? Int), rows: try #require(header["height"] as? Int))
    return try events.filter { $0.code == "o" }.map { event in
      try terminal.write(event.data)
      return terminal.lines
    }
  }
}

@Suite struct `Recordings for asciinema` {
  @Test func `The header says how large the terminal is, and nothing of the day`() throws {
    let lines = Asciicast.lines(of: try RunToExport("SYN", "profile linux\nclient connect\nstep").played())
    #expect(lines[0] == #"{"version":2,"width":80,"height":13,"title":"client – server, linux"}"#)
    #expect(lines == Asciicast.lines(of: try RunToExport("SYN", "profile linux\nclient connect\nstep").played()))
  }

  @Test(arguments: RunToExport.all) func `What has been played is the ladder`(run: RunToExport) throws {
    let network = try run.played()
    for options in [LadderOptions(language: .zh), LadderOptions(glyphs: .ascii)] {
      let cast = try Cast(Asciicast.lines(of: network, options: options))
      let screen = try #require(try cast.played().last)
      let ladder = LadderText.lines(of: network, options: options)
      #expect(Array(screen.prefix(2)) == Array(ladder.prefix(2)))
      // Of a long one the end.
      #expect(Array(screen.dropFirst(2)) == Array(ladder.dropFirst(2).suffix(screen.count - 2)), "\(run.name)")
      #expect(screen.count == min(ladder.count, 40))
    }
  }

  @Test func `It grows: a row each 0.18 s, and what is there does not go`() throws {
    let cast = try Cast(Asciicast.lines(of: try RunToExport.figure6.played()))
    let times = cast.events.map(\.time)
    #expect(times == times.sorted() && times.first == 0)
    for time in times { #expect(abs(time / 0.18 - (time / 0.18).rounded()) < 1e-9) }
    let screens = try cast.played()
    #expect(screens.count > 10)
    let arrivals = screens.map { screen in screen.count { $0.contains("▶│") || $0.contains("│◀") } }
    #expect(arrivals == arrivals.sorted() && arrivals.first == 0 && arrivals.last == 5)
  }

  @Test func `A marker stands at each change of a state, once it is seen`() throws {
    let run = RunToExport.figure12
    let cast = try Cast(Asciicast.lines(of: try run.played(), options: LadderOptions(glyphs: .ascii)))
    let markers = cast.events.filter { $0.code == "m" }.map(\.data)
    #expect(
      markers.prefix(3) == ["server: CLOSED -> LISTEN", "client: CLOSED -> SYN-SENT", "server: LISTEN -> SYN-RECEIVED"])
    let changes = try run.played().transcript.count { if case .state = $0.kind { true } else { false } }
    #expect(markers.count == changes)
    var output = ""
    for event in cast.events {
      if event.code == "o" { output += event.data }
      guard event.code == "m", let state = event.data.split(separator: " ").last else { continue }
      #expect(output.contains(state), "\(event.data)")
    }
  }

  @Test func `Labels that found no room are told at the end`() throws {
    let source = """
      client isn 4294967290
      server isn 4294967280
      server listen
      client connect
      settle
      client send 1000
      client send 1000
      client send 1000
      client send 1000
      server send 1000
      server send 1000
      server close
      """
    let network = try RunToExport("crowded", source).played()
    let ladder = Ladder(
      network.transcript, names: network.settings.names, columns: 60, options: LadderOptions(numbersSegments: true))
    try #require(!ladder.abridged.isEmpty)
    let screen = try #require(try Cast(Asciicast.lines(of: network, columns: 60)).played().last)
    #expect(Array(screen.suffix(ladder.abridged.count)) == ladder.abridged)
  }

  @Test func `Only what changes is written, also where everything moves up`() throws {
    let source = "server listen\nclient connect\nsettle\n" + String(repeating: "client send 5\nsettle\n", count: 50)
    let events = try Cast(Asciicast.lines(of: try RunToExport("long", source).played())).events
    let written = events.dropFirst().map { event in event.data.ranges(of: "\u{1B}[K").count }
    #expect(events.count > 400 && written.max() ?? 0 < 16, "\(written.max() ?? 0) rows of 40")
  }
}
