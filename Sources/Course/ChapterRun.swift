import Scenario
import Simulation

/// One of a chapter's runs: the first, or one that `fresh` begins.
public struct ChapterRun: Hashable, Sendable {
  /// From **1**.
  public let number: Int
  /// What is settled before it.
  public internal(set) var settings: Network.Settings
  /// The places of its beats; those of a chapter's runs follow each other without a gap.
  public internal(set) var beats: Range<Int>
}

extension Chapter {
  /// The run to which a beat belongs.
  ///
  /// - Parameter place: the beat's, from **0**.
  public func run(at place: Int) -> ChapterRun { runs.first { $0.beats.contains(place) }! }

  /// A run's statements, as one script.
  public func script(of run: ChapterRun) -> Script {
    Script(file: file, settings: run.settings, statements: beats[run.beats].flatMap(\.statements))
  }

  /// Goes through the beats, each with the run before it and the run behind it.
  public func walk(_ visit: (_ place: Int, Beat, _ before: Run, _ after: Run) -> Void) {
    for part in runs {
      var run = Run(part.settings, file: file)
      for place in part.beats {
        let before = run
        for statement in beats[place].statements { run.play(statement) }
        visit(place, beats[place], before, run)
      }
    }
  }
}
