import Simulation
import TCP

/// Where everything of a run lies on a ladder: rows only, no columns.
///
/// A flight slopes from its departure's row to its arrival's. Where arrows are straight, as in ASCII, each has the row of
/// its departure to itself, and the arrival's effect shows in a row below.
///
/// Time flows down, and rows are not proportional to it. A later instant never lies above an earlier one, and what
/// happens at one instant begins on one row at both hosts (but where a long passage ends in its midst). What happened
/// earlier keeps its rows when more happens
/// (save that an arrow whose label found no room is made steeper), so a ladder can grow under the eyes of its reader.
/// Of a part of a run, a passage, the rows count from the passage's first.
public struct LadderLayout: Hashable, Sendable {
  /// The arrow of one segment, or the part of it before or after it was held back.
  public struct Arrow: Hashable, Sendable {
    /// How it comes to its end.
    public enum Ending: Hashable, Sendable {
      case arrived, lost, held
      /// It is still on its way.
      case underWay
    }

    /// What sets it apart from a segment sent once.
    public enum Nature: Hashable, Sendable {
      case original, retransmission, copy, injected, released
    }

    public let segment: Segment
    /// The segment's number; nil for an injected one.
    public let number: Int?
    /// The host at whose side it begins; an injected one seems to come from there.
    public let from: Host
    public let nature: Nature
    /// The sequence numbers that were known when it set out.
    let spaces: SequenceSpaces
    public internal(set) var ending: Ending = .underWay
    public internal(set) var startRow: Int
    /// The row of its end; of one under way, that in which it would arrive.
    public internal(set) var endRow: Int
    /// The part of the way from host to host at which it begins, **0 … 1**.
    public internal(set) var start: Double
    /// The part of the way at which it ends, 1 for one under way.
    public internal(set) var end: Double
    /// The part of the way to which the segment has come, at most `end`.
    public internal(set) var reached: Double
  }

  /// A text at one host's side.
  public struct SideLabel: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case state, call, signal, timer
      /// What became of an arrival that changed nothing, and other asides.
      case note
    }

    public let host: Host
    public let kind: Kind
    /// One line for each row.
    public let lines: [String]
    /// The row of the first line.
    public let row: Int
    /// When it comes about; nil for the state before the run.
    public let time: Instant?
  }

  /// A stretch of time that was cut out.
  public struct Break: Hashable, Sendable {
    public let row: Int
    public let length: Interval
  }

  public internal(set) var arrows: [Arrow] = []
  public internal(set) var labels: [SideLabel] = []
  public internal(set) var breaks: [Break] = []
  /// The row at which each occurrence shows.
  public internal(set) var rows: [Int] = []
  /// How many rows there are, **1 …**.
  public internal(set) var height = 0

  init() {}

  /// Lays out a run, without regard to where labels along arrows find room.
  ///
  /// - Parameters:
  ///   - transcript: the run from its beginning on.
  ///   - margin: the **columns** that a side label may take.
  public init(_ transcript: Transcript, margin: Int = 14, options: LadderOptions = .init()) {
    var start = 0
    var carried = Carried()
    repeat {
      var builder = LadderBuilder(transcript, from: start, carried, margin: margin, options: options)
      start = builder.build()
      carried = builder.carried
      append(builder.layout)
    } while start < transcript.count
  }

  /// Adds what lies below.
  mutating func append(_ below: LadderLayout) {
    arrows += below.arrows.map { arrow in
      var arrow = arrow
      arrow.startRow += height
      arrow.endRow += height
      return arrow
    }
    labels += below.labels.map { label in
      SideLabel(host: label.host, kind: label.kind, lines: label.lines, row: label.row + height, time: label.time)
    }
    breaks += below.breaks.map { Break(row: $0.row + height, length: $0.length) }
    rows += below.rows.map { $0 + height }
    height += below.height
  }
}

/// Rows that an arrow gets on top of the usual, so that its label finds room.
struct ExtraRoom: Hashable, Sendable {
  /// Above its departure.
  var gap = 0
  var slope = 0
}
