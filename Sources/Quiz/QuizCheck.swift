import Bilingual
import TCP

/// What `tcptutor check` proves of the items.
public enum QuizCheck {
  /// How often each item is asked with numbers of its own, besides the edges of its ranges.
  static let askings = 40

  /// Asks every item with many numbers and proves that each time it has one right answer and enough wrong ones.
  public static func check(
    _ items: [Item], misconceptions: MisconceptionCatalogue, chapters: [String], exams: [String]
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (index, item) in items.enumerated() {
      if items[..<index].contains(where: { $0.id == item.id }) {
        diagnostics.append(item.diagnostic(Localized(zh: "编号在别的文件里已经用过", en: "another file has this id already")))
      }
      if !chapters.contains(item.chapter) {
        diagnostics.append(
          item.diagnostic(Localized(zh: "没有名为“\(item.chapter)”的章", en: "there is no chapter “\(item.chapter)”")))
      }
      for exam in item.exams where !exams.contains(exam) {
        diagnostics.append(
          item.diagnostic(
            Localized(zh: "不认识考试“\(exam)”", en: "the exam “\(exam)” is unknown"),
            hint: Localized(zh: "可用的有：\(exams.joined(separator: "、"))", en: "one of: \(exams.joined(separator: ", "))"))
        )
      }
      diagnostics += check(item, misconceptions)
    }
    return diagnostics
  }

  private static func check(_ item: Item, _ misconceptions: MisconceptionCatalogue) -> [Diagnostic] {
    var generator = SplitMix64(seed: 1)
    var drawings = [item.variables.map(\.range.lowerBound), item.variables.map(\.range.upperBound)]
    for _ in 0..<askings {
      drawings.append(item.variables.map { UInt32.random(in: $0.range, using: &generator) })
    }
    for values in drawings {
      let question: Question
      do throws(Diagnostics) {
        question = try item.question(with: values, misconceptions: misconceptions, using: &generator)
      } catch {
        return error.all
      }
      if let problem = problem(in: question) {
        let drawn = zip(item.variables, values).map { "\($0.name)=\($1)" }.joined(separator: " ")
        return [item.diagnostic(Localized(zh: "\(problem.zh)（\(drawn)）", en: "\(problem.en) (\(drawn))"))]
      }
    }
    return []
  }

  /// What is wrong with a question; nil for a sound one.
  public static func problem(in question: Question) -> Localized? {
    guard question.form == .choice else { return nil }
    if question.options.count < 3 {
      return Localized(
        zh: "误解只给出 \(question.options.count - 1) 个不同的错误答案，选择题至少要两个",
        en: "misconceptions give \(question.options.count - 1) different wrong answers, and a choice needs two")
    }
    if Set(question.options).count != question.options.count {
      return Localized(zh: "有两个选项相同", en: "two options are the same")
    }
    return nil
  }
}
