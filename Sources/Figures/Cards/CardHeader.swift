import Bilingual
import Screen
import Simulation
import TCP

/// Both hosts' cards above a ladder, one in each half, everything in columns of its own.
///
/// ```
///   client  SYN-SENT        retransmit                        SYN-RECEIVED  server
///  SND.NXT 101   RCV.NXT ·     ▰▰▰▰ 0.95 s                 SND.NXT 301   RCV.NXT 101
/// ```
public struct CardHeader: Sendable {
  private let cards: Pair<EndpointCard>
  private let layout: CardLayout
  private let language: Language
  private let glyphs: Glyphs

  /// - Parameters:
  ///   - columns: those of both halves.
  ///   - numberColumns: those to keep for each number; see `Network.Settings.numberColumns(in:)`.
  ///   - mayBeTall: whether there is room for a third row.
  public init(
    _ cards: Pair<EndpointCard>, columns: Int, numberColumns: Int, mayBeTall: Bool = false, language: Language,
    glyphs: Glyphs
  ) {
    self.cards = cards
    self.language = language
    self.glyphs = glyphs
    let values = Host.allCases.flatMap { [cards[$0].sendNext, cards[$0].receiveNext] }
    layout = CardLayout(
      columns: columns, nameColumns: max(glyphs.width(of: cards.a.name), glyphs.width(of: cards.b.name)),
      numberColumns: values.reduce(numberColumns) { columns, value in
        if case .known(let text) = value { max(columns, glyphs.width(of: text)) } else { columns }
      }, mayBeTall: mayBeTall, language: language, glyphs: glyphs)
  }

  /// How many rows it takes.
  public var rows: Int { layout.rows }

  /// - Parameter area: both halves; rows for which it has no room are left out.
  public func draw(on surface: inout Surface, in area: Rect) {
    guard area.width > 0 else { return }
    var canvas = Surface(size: Size(columns: area.width, rows: rows), widths: surface.widths)
    for host in Host.allCases {
      drawTitle(of: cards[host], on: &canvas)
      drawNumbers(of: cards[host], on: &canvas)
      drawTimer(of: cards[host], on: &canvas)
    }
    let part = Rect(x: 0, y: 0, width: area.width, height: min(area.height, rows))
    surface.blit(canvas, part, at: Point(x: area.x, y: area.y))
  }

  // MARK: Parts

  private func drawTitle(of card: EndpointCard, on canvas: inout Surface) {
    let name = truncate(card.name, columns: layout.chipColumns - 2, glyphs: glyphs)
    let chip = Span(" \(name) ", Style(card.host.role, adding: [.bold, .reverse]))
    let state = span(of: card.state.map(\.description), Style(card.host.role, adding: .bold))
    let spans = [chip, Span(" "), state]
    put(card.host == .a ? spans : spans.reversed(), of: card.host, at: CardLayout.margin, row: 0, on: &canvas)
  }

  private func drawNumbers(of card: EndpointCard, on canvas: inout Surface) {
    let values = [
      ("SND.NXT", span(of: card.sendNext, .number(of: card.host))),
      ("RCV.NXT", span(of: card.receiveNext, .number(of: card.host.peer))),
    ]
    for (place, (name, value)) in values.enumerated() {
      let pad = Span(String(repeating: " ", count: max(0, layout.numberColumns - glyphs.width(of: value.text))))
      let label = Span(name, .field)
      if layout.isTall {
        let spans = card.host == .a ? [label, Span(" "), value] : [value, Span(" "), label]
        put(spans, of: card.host, at: CardLayout.margin, row: 1 + place, on: &canvas)
      } else {
        // Both halves read from the left, so the right one's first variable lies further in.
        let isOuter = (place == 0) == (card.host == .a)
        let column = CardLayout.margin + (isOuter ? 0 : layout.fieldColumns + layout.gap)
        put([label, Span(" "), value, pad], of: card.host, at: column, row: 1, on: &canvas)
      }
    }
  }

  private func drawTimer(of card: EndpointCard, on canvas: inout Surface) {
    guard let place = layout.timer else { return }
    switch card.timer {
    case .unknown: break
    case .asked: put([Span(Blanks.mark, .dim)], of: card.host, at: place.barColumn, row: place.barRow, on: &canvas)
    case .known(let running):
      let name = truncate(
        (place.isShort ? running.timer.shortName : running.timer.name)[language], columns: place.nameColumns,
        glyphs: glyphs)
      let pad = String(repeating: " ", count: place.nameColumns - glyphs.width(of: name))
      let full = running.cells(of: place.barCells)
      let bar =
        place.barCells > 0
        ? String(repeating: glyphs.barFull, count: full)
          + String(repeating: glyphs.barEmpty, count: place.barCells - full) + " " : ""
      let time = Span(bar + running.time, .nowYou)
      if place.nameRow < place.barRow {
        put([Span(name, .nowYou)], of: card.host, at: place.nameColumn, row: place.nameRow, on: &canvas)
        put([time], of: card.host, at: place.barColumn, row: place.barRow, on: &canvas)
      } else {
        put(
          [Span(pad + name + " ", .nowYou), time], of: card.host, at: place.nameColumn, row: place.barRow, on: &canvas)
      }
    }
  }

  private func span(of value: EndpointCard.Value<String>, _ style: Style) -> Span {
    switch value {
    case .known(let text): Span(text, style)
    case .unknown: Span(glyphs.unknown, .dim)
    case .asked: Span(Blanks.mark, .dim)
    }
  }

  /// - Parameter column: how far from the host's edge they begin.
  private func put(_ spans: [Span], of host: Host, at column: Int, row: Int, on canvas: inout Surface) {
    let x = host == .a ? column : canvas.size.columns - column - glyphs.width(of: spans)
    canvas.put(spans, x: x, y: row)
  }
}

extension EndpointCard.Value {
  func map<Other>(_ change: (Known) -> Other) -> EndpointCard.Value<Other> {
    switch self {
    case .known(let known): .known(change(known))
    case .unknown: .unknown
    case .asked: .asked
    }
  }
}

extension Network.Settings {
  /// The columns to keep for each sequence number of a run in a notation, whatever it comes to.
  ///
  /// A run that sends more than some thousand bytes may need more.
  public func numberColumns(in notation: NumberNotation) -> Int {
    switch notation {
    case .absolute:
      Host.allCases.flatMap { endpoints[$0].initialSequenceNumbers }.map { initial in
        let last = initial + Self.roomyText
        return max(
          initial.description.count, last.value < initial.value ? UInt32.max.description.count : last.description.count)
      }.max() ?? 0
    case .relative: String(Self.roomyText).count
    case .letters: max(letters.a.count, letters.b.count) + "+\(Self.roomyText)".count
    }
  }

  private static let roomyText = 3000
}
