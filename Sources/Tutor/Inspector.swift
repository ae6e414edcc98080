import Bilingual
import Figures
import Screen
import Simulation

/// The header of one of a run's segments, over what is on the stage.
struct Inspector: Hashable, Sendable {
  /// The segment, by its number among those that were sent, from **0**.
  private(set) var segment: Int

  /// One further, or back; no further than there are segments.
  mutating func move(by step: Int, among count: Int) { segment = max(0, min(count - 1, segment + step)) }

  /// Draws it in the middle of an area, as large as there is room for.
  func draw(_ stage: Stage, on picture: inout Picture, in area: Rect, _ context: Context) {
    guard let box = stage.headerBox(ofSegment: segment, context) else { return }
    let room = min(area.width, HeaderBox.wideColumns)
    let size = HeaderBox.size(columns: room)
    let count = stage.segmentCount
    let title = Localized(
      zh: "第 \(segment + 1) 个报文段，共 \(count) 个", en: "Segment \(segment + 1) of \(count)")
    let frame = Rect(
      x: area.x + max(0, (area.width - size.columns) / 2), y: area.y, width: min(size.columns, area.width),
      height: min(size.rows + 1, area.height))
    // A column of nothing parts it from what goes on beside it.
    picture.surface.fill(Rect(x: max(0, frame.x - 1), y: frame.y, width: frame.width + 2, height: frame.height))
    let y = frame.y
    picture.surface.put(context[title], x: frame.x + 1, y: y, style: Style(.heading), limit: frame.width - 2)
    box.draw(
      on: &picture.surface, in: Rect(x: frame.x, y: y + 1, width: frame.width, height: frame.height - 1),
      glyphs: context.glyphs)
  }
}

extension Stage {
  /// The places of the segments that were sent, in the transcript.
  private var sent: [Int] {
    run.transcript.indices.filter { if case .send = run.transcript[$0].kind { true } else { false } }
  }

  /// How many segments there are whose header can be shown.
  var segmentCount: Int { sent.count }

  /// The header of a segment, by its number among those that were sent, from **0**; nil where there is none.
  func headerBox(ofSegment number: Int, _ context: Context) -> HeaderBox? {
    guard sent.indices.contains(number), case .send(let segment, _, _) = run.transcript[sent[number]].kind else {
      return nil
    }
    let place = sent[number]
    let host = run.transcript[place].host
    let names = run.network.settings.displayNames(in: context.language)
    return HeaderBox(
      segment, from: host, source: names[host], destination: names[host.peer], language: context.language,
      numbering: context.numbering(of: run).over(SequenceSpaces(of: run.transcript[...place])))
  }
}
