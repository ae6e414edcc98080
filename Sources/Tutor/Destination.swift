import Bilingual
import Quiz

/// A page that one can go to from home.
public struct Destination: Sendable {
  public let name: Localized
  /// What it is, in a few words, with so many questions in the pool, as far as that is known; nil where it is not offered.
  public let hint: @Sendable (_ questions: Int?) -> Localized?
  public let make: @Sendable () -> any Page

  /// In the order in which home lists them.
  public static let all = [
    Destination(
      name: Localized(zh: "测验", en: "Quiz"), hint: quizHint, make: { QuizPage(PaperRequest()) }),
    Destination(name: StatesPage.name, hint: { _ in StatesPage.hint }, make: { StatesPage() }),
  ]

  @Sendable private static func quizHint(_ questions: Int?) -> Localized? {
    let asked = Paper.usualCount
    switch questions {
    case 0: return nil
    case let all? where all > asked:
      return Localized(
        zh: "题库 \(all) 题，随机抽 \(asked) 题，数字每次不同", en: "\(asked) of \(all) questions, fresh numbers each time")
    case let all?:
      return Localized(
        zh: "\(all) 题，数字每次不同",
        en: all == 1 ? "one question, fresh numbers each time" : "\(all) questions, fresh numbers each time")
    case nil: return Localized(zh: "数字每次不同", en: "fresh numbers each time")
    }
  }
}
