import Screen
import Simulation
import TCP
import Testing

@testable import Figures

@Suite struct `Ladders` {
  @Test(arguments: busyScripts)
  func `A later instant never lies above an earlier one`(script: String) throws {
    let transcript = try played(script).transcript
    let layout = LadderLayout(transcript)
    #expect(layout.rows.count == transcript.count)
    for (index, occurrence) in transcript.enumerated() {
      // What befalls a segment as it is sent shows on its way.
      switch occurrence.kind {
      case .lost, .held, .expect: continue
      case .call, .send, .arrive, .state, .duplicated, .released, .injected, .timeout, .signal, .deliver, .crash: break
      }
      for (later, other) in transcript.enumerated() where other.time > occurrence.time {
        #expect(layout.rows[later] > layout.rows[index], "\(other) lies above \(occurrence)")
      }
    }
  }

  @Test(arguments: [2, 4, 7])
  func `An arrival lies so many rows below its departure`(slope: Int) throws {
    for script in busyScripts {
      for arrow in LadderLayout(try played(script).transcript, options: .init(slope: slope)).arrows
      where arrow.ending == .arrived && arrow.start == 0 {
        #expect(arrow.endRow >= arrow.startRow + slope)
      }
    }
  }

  @Test(arguments: busyScripts)
  func `A label lies on its own arrow, and on no other and no label`(script: String) throws {
    for columns in [60, 80, 100] {
      for glyphs in [Glyphs.unicode, .ascii] {
        let ladder = try ladder(script, columns: columns, .init(numbersSegments: true, glyphs: glyphs))
        var taken: [[Int]: Set<Int>] = [:]
        for (index, arrow) in ladder.layout.arrows.enumerated() {
          for extent in ladder.geometry.stroke(arrow, ladder.options).extents(glyphs) {
            for column in extent.columns { taken[[extent.row, column], default: []].insert(index) }
          }
        }
        for label in ladder.arrowLabels {
          let rows = label.row..<label.row + label.lines.count
          let width = label.lines.map(DisplayWidth.standard.width(of:)).max() ?? 0
          let stretch = ladder.geometry.stroke(ladder.layout.arrows[label.arrow], ladder.options).extents(glyphs)
            .filter { rows.contains($0.row) }
          #expect(stretch.contains { $0.columns.overlaps(label.column - 2...label.column + width + 1) }, "\(label)")
          for (line, text) in label.lines.enumerated() {
            let columns = label.column - 1...label.column + DisplayWidth.standard.width(of: text)
            for column in columns {
              #expect(ladder.geometry.inner.contains(column))
              let others = taken[[label.row + line, column]]?.subtracting([label.arrow]) ?? []
              #expect(others.isEmpty, "\(text) has no room")
            }
            // A blank belongs to two labels at most.
            for column in columns.dropFirst().dropLast() { taken[[label.row + line, column], default: []].insert(-1) }
          }
        }
      }
    }
  }

  @Test(arguments: busyScripts)
  func `Every arrow has its whole label at 80 columns, or is listed`(script: String) throws {
    let ladder = try ladder(script, .init(numbersSegments: true))
    let texts = ladder.arrowLabels.map { $0.lines.joined(separator: " ") } + ladder.abridged
    for arrow in ladder.layout.arrows {
      #expect(texts.contains { $0.contains(arrow.segment.description) }, "\(arrow.segment) has none")
    }
    // Four segments under way at once that meet four others are more than there is room for.
    #expect(ladder.abridged.count <= (script.contains("client send 9") ? 2 : 0))
  }

  @Test func `What is already there stays where it is when more happens`() throws {
    let transcript = try played("server listen\nclient connect\nsettle\nclient close\nsettle").transcript
    let whole = LadderLayout(transcript)
    for count in 0...transcript.count where count == transcript.count || transcript[count].beginsAnEvent {
      let part = LadderLayout(Array(transcript.prefix(count)))
      #expect(part.rows == Array(whole.rows.prefix(count)))
    }
  }

  @Test func `Time goes on row by row`() throws {
    let ladder = try ladder("client connect\nserver connect\nsettle")
    #expect(ladder.lines(upTo: 0).filter { $0.contains("SYN") }.isEmpty)
    #expect(
      ladder.lines(upTo: 3.9).prefix(6) == [
        "        CLOSED │                                                │ CLOSED",
        "     connect() │⠒⠢⠤⠤⢄⣀⣀                                  ⣀⣀⡠⠤⠤⠔⠒│ connect()",
        "      SYN-SENT │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀          ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │ SYN-SENT",
        "               │      SYN seq=100 ⢈⣉⣉⠶⠶⠶⠶⠶⠶⣉⣉⡁ SYN seq=300      │",
        "               │        ⣀ ⠤ ⠤●⠒⠊⠉⠉⠁          ⠈⠉⠉⠑⠒● ⠤ ⣀ ⣀       │",
        "               │⠤ ⠒ ⠊ ⠉                                   ⠉ ⠒ ⠢ │",
      ])
    #expect(ladder.lines(upTo: Double(ladder.height)) == ladder.lines())
    #expect(ladder.row(afterOccurrences: 3) == 2)
    #expect(ladder.row(afterOccurrences: 0) == 0)
    #expect(ladder.row(ofOccurrence: 6) == 5)
  }

  @Test func `The states of the latest instant stand out`() throws {
    let ladder = try ladder("server listen\nclient connect\nsettle")
    var surface = Surface(columns: 80, rows: ladder.height, widths: .standard)
    ladder.draw(on: &surface, in: surface.bounds, upTo: 5)
    #expect(surface[66, 5].style == Style(.second, adding: [.bold, .reverse]))
    #expect(surface[13, 2].style == Style(.dim))
    #expect(surface[66, 0].style == Style(.dim))
    // The SYN is there; nothing is under way yet.
    #expect(surface[20, 1].style == Style(.first))
    ladder.draw(on: &surface, in: surface.bounds, upTo: 4.5)
    #expect(surface[20, 1].style == Style(.first))
    #expect(surface[13, 2].style == Style(.first, adding: [.bold, .reverse]))
  }

  @Test func `Marks are told by their styles too`() throws {
    let ladder = try ladder(
      "server listen\nlose next client SYN\nclient connect\nwait 1s\ninject server SYN seq=9",
      .init(numbersSegments: true))
    var surface = Surface(columns: 80, rows: ladder.height, widths: .standard)
    ladder.draw(on: &surface, in: surface.bounds)
    var roles: [String: Role] = [:]
    for (y, line) in surface.lines.enumerated() {
      for word in ["again", "injected", "✗"] where line.contains(word) {
        let before =
          line.ranges(of: word).first.map { DisplayWidth.standard.width(of: String(line[..<$0.lowerBound])) } ?? 0
        roles[word] = surface[before, y].style.role
      }
    }
    #expect(roles == ["again": .nowYou, "injected": .dim, "✗": .lost])
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 5), (30, 3), (200, 9)])
  func `Every size survives everything`(columns: Int, rows: Int) throws {
    for script in busyScripts + [""] {
      for glyphs in [Glyphs.unicode, .ascii] {
        let ladder = try ladder(script, columns: columns, .init(glyphs: glyphs))
        var surface = Surface(columns: columns, rows: rows, widths: .standard)
        for limit in [nil, -1, 0, 2.5, 1000] as [Double?] {
          for area in [surface.bounds, Rect(x: -1, y: -1, width: 9, height: 9), Rect(x: 0, y: 0, width: -1, height: 2)]
          {
            ladder.draw(on: &surface, in: area, firstRow: 3, upTo: limit)
            ladder.drawHeadings(on: &surface, in: area, middle: "rfc9293")
          }
        }
        #expect(surface.lines.count == rows)
      }
    }
  }

  @Test func `A wide area has the ladder in its middle, a narrow one its left part`() throws {
    let ladder = try ladder("client connect", columns: 140)
    #expect(ladder.columns == 100)
    var wide = Surface(columns: 140, rows: 2, widths: .standard)
    ladder.drawHeadings(on: &wide, in: wide.bounds, middle: "rfc9293")
    #expect(
      wide.lines == [
        String(repeating: " ", count: 20)
          + "                 client                       rfc9293                         server",
        String(repeating: " ", count: 20) + String(repeating: "─", count: 19) + "┬" + String(repeating: "─", count: 60)
          + "┬" + String(repeating: "─", count: 19),
      ])
    var narrow = Surface(columns: 30, rows: 1, widths: .standard)
    ladder.draw(on: &narrow, in: narrow.bounds)
    #expect(narrow.lines == ["            CLOSED │"])
  }

  @Test func `Part of it can be drawn anywhere`() throws {
    let ladder = try ladder("server listen\nclient connect\nsettle")
    var surface = Surface(columns: 90, rows: 5, widths: .standard)
    ladder.draw(on: &surface, in: Rect(x: 3, y: 1, width: 80, height: 3), firstRow: 4)
    let all = ladder.lines()
    #expect(surface.lines == [""] + all[4...6].map { "   " + $0 } + [""])
  }
}

extension Occurrence {
  fileprivate var beginsAnEvent: Bool {
    switch kind {
    case .call, .arrive, .timeout, .crash, .injected, .released, .expect: true
    case .send, .state, .lost, .duplicated, .held, .signal, .deliver: false
    }
  }
}
