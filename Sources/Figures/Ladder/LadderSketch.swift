import Screen
import Simulation
import TCP

/// A run as a small picture: both ends' axes and its segments' arrows with their control bits, at the scale of its time.
public struct LadderSketch: Sendable {
  /// A segment that arrived.
  private struct Flight {
    let sender: Host
    let control: ControlBits
    /// The parts of the run's time at which it was sent and has arrived, **0 … 1**.
    let start: Double
    let end: Double
  }

  private let flights: [Flight]

  /// - Parameter transcript: a run; what was lost in it, and what does not move, is left out.
  public init(_ transcript: Transcript) {
    let whole = Double(max(1, transcript.last?.time.nanoseconds ?? 0))
    flights = transcript.compactMap { sent in
      guard case .send(let segment, let number, _) = sent.kind,
        let arrived = transcript.first(where: { occurrence in
          if case .arrive(_, number, _) = occurrence.kind { true } else { false }
        })
      else { return nil }
      return Flight(
        sender: sent.host, control: segment.control, start: Double(sent.time.nanoseconds) / whole,
        end: Double(arrived.time.nanoseconds) / whole)
    }
  }

  /// Draws it over all of an area.
  ///
  /// - Parameter progress: how much of its time has gone by, **0 … 1**.
  public func draw(on surface: inout Surface, in area: Rect, upTo progress: Double, glyphs: Glyphs) {
    guard area.width > 2, area.height > 1 else { return }
    let axes = Pair(area.x, area.x + area.width - 1)
    for host in Host.allCases {
      surface.verticalLine(
        x: axes[host], y: area.y, length: area.height, style: Style(host.role), character: glyphs.vertical)
    }
    for flight in flights where progress > flight.start {
      let part = min(1, (progress - flight.start) / (flight.end - flight.start))
      draw(flight, part, on: &surface, in: area, glyphs)
    }
  }

  private func draw(_ flight: Flight, _ part: Double, on surface: inout Surface, in area: Rect, _ glyphs: Glyphs) {
    func row(_ time: Double) -> Int { area.y + Int((time * Double(area.height - 1)).rounded()) }
    let (first, last) = (area.x + 1, area.x + area.width - 2)
    let goesRight = flight.sender == .a
    // What has nothing to slope with lies level.
    let middle = row((flight.start + flight.end) / 2)
    let isStraight = glyphs.set == .ascii
    let stroke = Stroke(
      from: Point(x: goesRight ? first : last, y: isStraight ? middle : row(flight.start)),
      to: Point(x: goesRight ? last : first, y: isStraight ? middle : row(flight.end)))
    let way = Int((Double(last - first) * part).rounded())
    let head = goesRight ? first + way : last - way
    let style = Style(flight.sender.role)
    surface.draw(
      stroke, style: style, glyphs: glyphs, within: min(stroke.start.x, head)...max(stroke.start.x, head))
    let label = " \(flight.control) "
    let width = glyphs.width(of: label)
    if part >= 0.5, width < last - first {
      surface.put(label, x: (first + last + 1 - width) / 2, y: middle, style: style)
    }
    guard part == 1 else { return }
    surface.put(String(goesRight ? glyphs.arrowRight : glyphs.arrowLeft), x: head, y: stroke.end.y, style: style)
  }
}
