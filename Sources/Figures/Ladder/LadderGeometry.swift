import Screen
import Simulation

/// Which columns a ladder's parts have.
struct LadderGeometry: Hashable, Sendable {
  /// The narrowest and the widest that a ladder gets.
  static let range = 60...100

  let columns: Int
  /// The columns of each side's labels.
  let margin: Int

  /// - Parameter columns: the **columns** that there are.
  init(columns: Int) {
    self.columns = min(max(columns, Self.range.lowerBound), Self.range.upperBound)
    margin = 14 + max(0, self.columns - 80) / 5
  }

  func axis(of host: Host) -> Int { host == .a ? margin + 1 : columns - margin - 2 }

  /// The columns between the axes.
  var inner: ClosedRange<Int> { axis(of: .a) + 1...axis(of: .b) - 1 }

  /// The column of a part of the way from one host to the other.
  func column(_ part: Double, from host: Host) -> Int {
    let way = Int(part * Double(inner.count - 1) + 0.5)
    return host == .a ? inner.lowerBound + way : inner.upperBound - way
  }

  func stroke(_ arrow: LadderLayout.Arrow, _ options: LadderOptions) -> Stroke {
    Stroke(
      from: Point(x: column(arrow.start, from: arrow.from), y: arrow.startRow),
      to: Point(x: column(arrow.end, from: arrow.from), y: options.isStraight ? arrow.startRow : arrow.endRow))
  }
}
