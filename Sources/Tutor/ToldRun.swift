import Figures
import Notation
import Scenario
import Simulation

extension Run {
  /// Its sequence numbers as prose sets them in code font, in the notation in use.
  func shownNumbers(_ context: Context) -> ShownNumbers { ShownNumbers(transcript, context.numbering(of: self)) }

  /// What has happened since an earlier run ended, in sentences.
  func told(since earlier: Run, _ context: Context) -> [String] {
    let sentences = Sentences(
      names: network.settings.displayNames(in: context.language), language: context.language, glyphs: context.glyphs,
      numbering: context.numbering(of: self))
    return sentences.lines(of: transcript, from: earlier.transcript.count).flatMap { context.wrapped("  " + $0) }
  }
}
