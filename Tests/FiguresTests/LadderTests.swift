import Bilingual
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

  @Test func `The present state of each end stands out, most of all when it is new; past ones stand back`() throws {
    let ladder = try ladder("server listen\nclient connect\nsettle")
    func styles(_ moment: LadderMoment) -> [Style] {
      var surface = Surface(columns: 80, rows: ladder.height, widths: .standard)
      ladder.draw(on: &surface, in: surface.bounds, upTo: moment)
      return [(13, 0), (13, 2), (66, 0), (66, 2), (66, 5)].map { surface[$0.0, $0.1].style }
    }
    let (past, client, server) = (Style(.dim), Style(.first, adding: .bold), Style(.second, adding: .bold))
    #expect(styles(LadderMoment(4.5)).prefix(4) == [past, client, past, server])
    #expect(styles(LadderMoment(5)) == [past, client, past, past, server])
    #expect(
      styles(LadderMoment(segments: 5.5, effects: 5.5, settled: 4)) == [
        past, client, past, past, Style(.second, adding: [.bold, .reverse]),
      ])
  }

  @Test func `A segment arrives, and its receiver's axis stands out, before anything comes of it`() throws {
    let ladder = try ladder("server listen\nclient connect\nsettle")
    var surface = Surface(columns: 80, rows: ladder.height, widths: .standard)
    ladder.draw(on: &surface, in: surface.bounds, upTo: LadderMoment(segments: 5, effects: 4.99, settled: 3))
    #expect(surface.lines[5].hasSuffix("▶│"))
    #expect((3...7).map { surface[64, $0].style.attributes.contains(.reverse) } == [false, true, true, true, false])
    ladder.draw(on: &surface, in: surface.bounds, upTo: LadderMoment(5))
    #expect(surface.lines[5].hasSuffix("▶│ SYN-RECEIVED"))
    #expect(!surface[64, 5].style.attributes.contains(.reverse))
  }

  @Test(arguments: [Glyphs.unicode, .ascii], [60, 80, 100])
  func `A segment in flight and its label never hide each other`(glyphs: Glyphs, columns: Int) throws {
    for language in Language.allCases {
      let options = LadderOptions(slope: 2, numbersSegments: true, language: language, glyphs: glyphs)
      let ladder = try ladder("server listen\nlose next client SYN\nclient connect\nwait 2s", columns: columns, options)
      let whole = ladder.lines()
      let traveller: Character = glyphs.set == .ascii ? "o" : "●"
      var texts: Set<String> = []
      for step in 0..<ladder.height * 50 {
        let moment = Double(step) / 50
        let flights = ladder.flights(below: moment - 1)
        var surface = Surface(columns: columns, rows: ladder.height, widths: .standard)
        ladder.draw(on: &surface, in: surface.bounds, upTo: LadderMoment(moment))
        let lines = surface.lines
        let count = (0..<ladder.height).flatMap { surface.row($0) }.count {
          $0.character == traveller && [.first, .second].contains($0.style.role)
        }
        if flights.contains(where: { Double($0.startRow) + 0.1 < moment && moment < $0.reach - 0.1 }) {
          #expect(count == 1, "at \(moment)")
        } else if !flights.contains(where: { Double($0.startRow) < moment && moment <= $0.reach }) {
          #expect(count == 0, "at \(moment)")
        }
        for (line, all) in zip(lines, whole) where line.contains("seq=") && all.contains("seq=") { texts.insert(line) }
      }
      #expect(texts.count > 10, "labels come letter by letter")
    }
  }

  @Test func `What waits on its way has its label behind it`() throws {
    for script in ["server listen\nclient connect\nstep", "server listen\nclient connect"] {
      for columns in [60, 80, 100] {
        let lines = try ladder(script, columns: columns, .init(slope: 2, numbersSegments: true)).lines()
        #expect(
          lines.contains { $0.contains("●") }
            && lines.contains { $0.contains("seq=\(script.hasSuffix("step") ? 3 : 1)00") })
      }
    }
  }

  @Test func `A segment sent again has an arrow of dashes`() throws {
    let lines = try ladder("server listen\nlose next client SYN\nclient connect\nwait 1s\nstep").lines()
    #expect(lines.contains { $0.contains("⠒⠢ ⠤⢄ ⣀") } && lines.contains { $0.contains("⠒⠢⠤⠤⢄⣀⣀") })
  }

  @Test(arguments: [Glyphs.unicode, .ascii], Language.allCases)
  func `What would never happen is marked as that: axes, line, the answer, and the right segment below it`(
    glyphs: Glyphs, language: Language
  ) throws {
    var options = LadderOptions(slope: 2, language: language, glyphs: glyphs)
    options.whatIf = WhatIf(segment: 2, right: Segment(seq: 300, ack: 999, control: [.syn, .ack]))
    let ladder = try ladder("server listen\nclient connect\nsettle", options)
    var surface = Surface(columns: 80, rows: ladder.height + 2, widths: .standard)
    ladder.drawHeadings(on: &surface, in: Rect(x: 0, y: 0, width: 80, height: 2))
    ladder.draw(on: &surface, in: Rect(x: 0, y: 2, width: 80, height: ladder.height))
    let isASCII = glyphs.set == .ascii
    #expect(surface.lines[1].hasPrefix(isASCII ? "- - - " : "╌╌╌╌╌") && surface[0, 1].style == Style(.wrong))
    for y in 2..<surface.size.rows {
      for x in [15, 64] {
        #expect(surface[x, y].character == (isASCII ? ":" : "┊") && surface[x, y].style == Style(.wrong))
      }
    }
    let yours = language == .zh ? "你答的" : "yours"
    let row = try #require(
      surface.lines.firstIndex { $0.contains("SYN,ACK seq=300 ack=101 \(isASCII ? "x" : "✗") \(yours)") })
    let right = language == .zh ? "应为 SYN,ACK seq=300 ack=999" : "right: SYN,ACK seq=300 ack=999"
    #expect(isASCII || surface.lines[row + 1].contains(right), "\(surface.lines)")
    #expect(surface.lines.count { $0.contains(yours) } == 1)
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
            ladder.draw(on: &surface, in: area, firstRow: 3, upTo: limit.map { LadderMoment($0) })
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
