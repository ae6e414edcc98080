import Bilingual

/// A page that one can go to from home.
public struct Destination: Sendable {
  public let name: Localized
  /// What it is, in a few words.
  public let hint: Localized
  public let make: @Sendable () -> any Page

  /// In the order in which home lists them.
  public static let all = [
    Destination(
      name: Localized(zh: "测验", en: "Quiz"),
      hint: Localized(zh: "五道题，数字每次不同", en: "five questions, fresh numbers each time")
    ) { QuizPage(PaperRequest()) },
    Destination(name: StatesPage.name, hint: StatesPage.hint) { StatesPage() },
  ]
}
