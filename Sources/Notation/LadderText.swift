import Bilingual
import Figures
import Screen
import Simulation

/// A run as a ladder diagram in plain lines, for a pipe or a file.
public enum LadderText {
  /// Writes a run.
  ///
  /// - Parameters:
  ///   - network: the run, at its end.
  ///   - columns: the **columns** that a line may take; a ladder takes 60 … 100.
  ///   - options: how to draw it; segments are numbered, and the latency is the run's, whatever they say.
  /// - Returns: **the lines**, without blanks at their ends: names and profile, a rule, then the ladder; after an
  ///   empty line the labels that had no room in it.
  public static func lines(of network: Network, columns: Int = 80, options: LadderOptions = .init()) -> [String] {
    let ladder = Ladder(
      network.transcript, names: network.settings.displayNames(in: options.language), columns: columns,
      options: options.numbered(for: network))
    var surface = Surface(columns: ladder.columns, rows: Ladder.headingRows, widths: options.glyphs.widths)
    ladder.drawHeadings(on: &surface, in: surface.bounds, middle: network.settings.profile.description)
    var lines = surface.lines
    // A long run is drawn in parts, so that no more than one of them is held in memory.
    for firstRow in stride(from: 0, to: ladder.height, by: partHeight) {
      var part = Surface(
        columns: ladder.columns, rows: min(partHeight, ladder.height - firstRow), widths: options.glyphs.widths)
      ladder.draw(on: &part, in: part.bounds, firstRow: firstRow)
      lines += part.lines
    }
    return ladder.abridged.isEmpty ? lines : lines + [""] + ladder.abridged
  }

  private static let partHeight = 256
}

extension LadderOptions {
  /// The same with segments numbered, as whatever stands below refers to them, and with the run's latency.
  func numbered(for network: Network) -> LadderOptions {
    var options = self
    options.numbersSegments = true
    options.latency = network.settings.latency
    options.numbering.letters = network.settings.letters
    return options
  }
}

extension Format {
  public static let text = Format("text", holdsSeveralRuns: true) { network, _, options in
    (options.run?.heading(in: options.language) ?? [])
      + LadderText.lines(of: network, columns: options.columns, options: options.ladder)
  }

}

extension FormatOptions.RunName {
  /// A line that says which run it is, and an empty one above all but the first.
  public func heading(in language: Language) -> [String] {
    let text = Localized(zh: "第 \(number) 次运行  \(beat)", en: "run \(number)  \(beat)")
    return (number > 1 ? [""] : []) + [text[language]]
  }
}
