import Bilingual
import Figures
import Quiz
import Scenario
import Simulation
import TCP

/// A run in which a wrong answer stands in the place of what is right.
extension Question {
  /// What marks such a run as that: the segment that was answered, and the right one.
  func whatIf(in run: Run) -> WhatIf {
    let place = placeOfAnswer(in: run)
    let right = place < self.run.transcript.count ? self.run.transcript[place].sent?.segment : nil
    let answered = place < run.transcript.count ? run.transcript[place].sent?.number : nil
    // Where the runs part by something else, it is not about a segment.
    guard let right else { return WhatIf() }
    return WhatIf(segment: answered, right: right)
  }

  /// Where in its transcript the run parts from the right one.
  private func placeOfAnswer(in run: Run) -> Int {
    zip(run.transcript, self.run.transcript).prefix { $0.kind == $1.kind }.count
  }

  /// The segment that was answered, as the learner's, and the right one; empty where no segment was.
  func toldAnswer(in run: Run, _ context: Context) -> [String] {
    let place = placeOfAnswer(in: run)
    guard let number = whatIf(in: run).segment, case .send(let segment, _, _) = run.transcript[place].kind else {
      return []
    }
    let numbering = context.numbering(of: run).over(SequenceSpaces(of: run.transcript[...place]))
    let text = numbering.text(segment, from: run.transcript[place].host)
    let yours = Localized(zh: "\(WhatIf.yours.zh) #\(number)：\(text)", en: "\(WhatIf.yours.en), #\(number): \(text)")
    return [
      "  \(context.glyphs.cross) \(context[yours])", "    \(context[WhatIf.rightWord]) \(self.text(of: key, context))",
    ]
  }
}

extension Occurrence {
  fileprivate var sent: (segment: Segment, number: Int)? {
    if case .send(let segment, let number, _) = kind { (segment, number) } else { nil }
  }
}
