import Bilingual
import Manuscript
import Simulation

/// A known false belief, in words. What it would answer, if that can be computed, is a `Belief` of the same id.
public struct Misconception: Authored, Hashable {
  public let id: String
  /// What is believed.
  public let assumed: Template
  /// Where that breaks.
  public let breaks: Template
  /// What would come of it.
  public let follows: Template
  /// The section that settles it, `RFC 9293 §3.4`.
  public let source: String
  public let file: String
}

/// A wrong answer explained: the misconception behind it, in the words of one question.
public struct Mistake: Hashable, Sendable {
  /// The misconception's.
  public let id: String
  public let assumed: Localized
  public let breaks: Localized
  public let follows: Localized
  public let source: String
}

/// A misconception with the numbers of one question.
struct FilledMisconception: Sendable {
  let misconception: Misconception
  private let assumed: FilledText
  private let breaks: FilledText
  private let follows: FilledText

  /// - Throws: `LineProblem` where it names what the question has not.
  init(_ misconception: Misconception, _ known: Known) throws(LineProblem) {
    self.misconception = misconception
    do throws(LineProblem) {
      assumed = try misconception.assumed.filled(with: known)
      breaks = try misconception.breaks.filled(with: known)
      follows = try misconception.follows.filled(with: known)
    } catch {
      throw LineProblem(
        message: Localized(
          zh: "误解 \(misconception.id)：\(error.message.zh)", en: "misconception \(misconception.id): \(error.message.en)"
        ),
        hint: error.hint)
    }
  }

  func mistake(_ numbering: Numbering) -> Mistake {
    Mistake(
      id: misconception.id, assumed: assumed.text(numbering), breaks: breaks.text(numbering),
      follows: follows.text(numbering), source: misconception.source)
  }
}
