import Figures
import Screen
import Simulation
import TCP

/// A run as a recording of a terminal: its ladder as it grows, for asciinema's player.
///
/// The ladder comes row by row, about as fast as the tutor plays it; what has no room on the terminal has scrolled away at the
/// top, under the hosts' names. A marker stands at each change of a state. The same run is always the same recording.
///
/// - Note: Source: asciicast v2: a header, then events, one JSON value a line; the control sequences are ECMA-48's, and
///   DECSTBM, by which the names stay.
public enum Asciicast {
  /// How long the terminal stands still for each row: a flight of four takes as long as in the tutor at single speed.
  static let row: Interval = .milliseconds(180)
  /// The most rows that the terminal has; a shorter ladder has as many as it takes.
  static let rows = 40

  /// Writes a run.
  ///
  /// - Parameters:
  ///   - columns: the **columns** that the terminal may have; a ladder takes 60 … 100.
  ///   - options: how to draw it; segments are numbered, and the latency is the run's, whatever they say.
  /// - Returns: **the lines**, without their ends: the header, then output and markers in order of time.
  public static func lines(of network: Network, columns: Int = 80, options: LadderOptions = .init()) -> [String] {
    var recording = Recording(network, columns: columns, options: options.numbered(for: network))
    recording.play()
    return recording.lines
  }
}

/// A recording being made.
private struct Recording {
  private let network: Network
  private let names: Pair<String>
  private let ladder: Ladder
  /// The labels that have no room in the ladder, in rows below it.
  private let notes: [String]
  /// What is to be marked when a row has come.
  private var markers: [Int: [String]] = [:]
  /// The rows under the headings as the terminal has them.
  private var shown: Surface
  private(set) var lines: [String] = []

  init(_ network: Network, columns: Int, options: LadderOptions) {
    self.network = network
    names = network.settings.displayNames(in: options.language)
    ladder = Ladder(network.transcript, names: names, columns: columns, options: options)
    let width = ladder.columns
    notes =
      ladder.abridged.isEmpty ? [] : [""] + ladder.abridged.flatMap { wrap($0, columns: width, glyphs: options.glyphs) }
    shown = Surface(
      columns: width, rows: min(ladder.height + notes.count, Asciicast.rows - Ladder.headingRows),
      widths: options.glyphs.widths)
    let arrow = options.glyphs.set == .ascii ? "->" : "→"
    for (index, occurrence) in network.transcript.enumerated() {
      guard case .state(let from, let to) = occurrence.kind else { continue }
      markers[ladder.row(ofOccurrence: index), default: []].append(
        "\(names[occurrence.host]): \(from) \(arrow) \(to)")
    }
  }

  mutating func play() {
    writeHeader()
    for row in 0..<ladder.height + notes.count {
      let time = Interval(nanoseconds: Int64(row) * Asciicast.row.nanoseconds).seconds
      var output = row == 0 ? headings : ""
      output += show(upTo: row)
      if !output.isEmpty { write("o", output, at: time) }
      for marker in markers[row] ?? [] { write("m", marker, at: time) }
    }
  }

  private mutating func writeHeader() {
    let settings = network.settings
    var header = JSONObject()
    header.add("version", 2)
    header.add("width", ladder.columns)
    header.add("height", Ladder.headingRows + shown.size.rows)
    header.add("title", "\(names.a) – \(names.b), \(settings.profile)")
    lines.append(header.text)
  }

  private mutating func write(_ code: String, _ data: String, at time: String) {
    lines.append("[\(time),\(JSONObject.quoted(code)),\(JSONObject.quoted(data))]")
  }

  // MARK: The terminal

  /// Hides the cursor, writes what stands still, and has only what is below it scroll.
  private var headings: String {
    var surface = Surface(columns: ladder.columns, rows: Ladder.headingRows, widths: shown.widths)
    ladder.drawHeadings(on: &surface, in: surface.bounds, middle: network.settings.profile.description)
    let rows = (0..<Ladder.headingRows).map { text(of: surface.row($0), at: $0) }
    return "\u{1B}[?25l" + rows.joined() + "\u{1B}[\(Ladder.headingRows + 1);\(Ladder.headingRows + shown.size.rows)r"
  }

  /// What makes the terminal show everything down to a row.
  private mutating func show(upTo row: Int) -> String {
    var output = ""
    let firstRow = max(0, row + 1 - shown.size.rows)
    if firstRow > 0 {
      output += position(of: Ladder.headingRows + shown.size.rows - 1) + "\n"
      var scrolled = Surface(size: shown.size, widths: shown.widths)
      scrolled.blit(shown, at: Point(x: 0, y: -1))
      shown = scrolled
    }
    let surface = draw(from: firstRow, upTo: row)
    for y in 0..<surface.size.rows where surface.row(y) != shown.row(y) {
      output += text(of: surface.row(y), at: Ladder.headingRows + y)
    }
    shown = surface
    return output
  }

  private func draw(from firstRow: Int, upTo row: Int) -> Surface {
    var surface = Surface(size: shown.size, widths: shown.widths)
    let rows = min(shown.size.rows, ladder.height - firstRow)
    let area = Rect(x: 0, y: 0, width: shown.size.columns, height: rows)
    ladder.draw(on: &surface, in: area, firstRow: firstRow, upTo: LadderMoment(Double(row)))
    for (index, note) in notes.enumerated() where ladder.height + index <= row {
      surface.put(note, x: 0, y: ladder.height + index - firstRow)
    }
    return surface
  }

  private func position(of row: Int) -> String { "\u{1B}[\(row + 1);1H" }

  /// A row of the terminal, written anew.
  private func text(of cells: ArraySlice<Cell>, at row: Int) -> String {
    var text = position(of: row)
    var attributes: Attributes = []
    let end =
      (cells.lastIndex { $0.character != " " || !$0.style.attributes.isDisjoint(with: [.reverse, .underline]) } ?? cells
        .startIndex - 1) + 1
    for cell in cells[..<end] where !cell.isContinuation {
      if cell.style.attributes != attributes {
        attributes = cell.style.attributes
        text += "\u{1B}[\((["0"] + attributes.codes).joined(separator: ";"))m"
      }
      text.append(cell.character)
    }
    return text + (attributes.isEmpty ? "" : "\u{1B}[0m") + "\u{1B}[K"
  }
}

extension Attributes {
  /// The parameters of SGR.
  fileprivate var codes: [String] {
    let all: [(Attributes, String)] = [(.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7")]
    return all.filter { contains($0.0) }.map(\.1)
  }
}

extension Format {
  public static let cast = Format("cast") { network, _, options in
    Asciicast.lines(of: network, columns: options.columns, options: options.ladder)
  }
}
