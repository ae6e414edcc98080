import Bilingual
import Simulation

/// What `tcptutor check` proves of the items.
public enum QuizCheck {
  /// How often each item is asked with numbers of its own, besides the edges of its ranges, unless somebody wants more.
  public static let askings = 20

  /// Asks every item with many numbers, in each of its forms, and proves that each time the machine agrees with the
  /// item's proof, and that there is one right answer and enough wrong ones.
  ///
  /// - Parameters:
  ///   - archetypes: which exams ask what; an item's are among those of its archetype.
  ///   - chapters: the ids of the chapters that there are.
  ///   - askings: how often each is asked, **1 …**.
  public static func check(
    _ items: [Item], misconceptions: MisconceptionCatalogue, archetypes: ArchetypeCatalogue = ArchetypeCatalogue(),
    chapters: [String], askings: Int = askings
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var known: Set<String> = []
    for item in items {
      if !known.insert(item.id).inserted {
        diagnostics.append(item.diagnostic(Localized(zh: "编号在别的文件里已经用过", en: "another file has this id already")))
      }
      if !chapters.contains(item.chapter) {
        diagnostics.append(
          item.diagnostic(Localized(zh: "没有名为“\(item.chapter)”的章", en: "there is no chapter “\(item.chapter)”")))
      }
      diagnostics += problems(of: item, with: archetypes)
      diagnostics += [item.missingProof, item.missingExplanation].compactMap { $0 }
      diagnostics += problem(with: item, misconceptions, askings) ?? []
    }
    return diagnostics
  }

  /// The exams that an item names though its archetype does not.
  private static func problems(of item: Item, with archetypes: ArchetypeCatalogue) -> [Diagnostic] {
    guard let archetype = item.archetype.flatMap({ archetypes[$0] }) else { return [] }
    let asked = archetype.exams.map(\.rawValue)
    return item.exams.filter { !archetype.exams.contains($0) }.map { exam in
      item.diagnostic(
        Localized(
          zh: "考试 \(exam.rawValue) 不考题型 \(archetype.id)",
          en: "the exam \(exam.rawValue) does not ask archetype \(archetype.id)"),
        hint: Localized(
          zh: "可用的有：\(asked.joined(separator: "、"))", en: "one or more of: \(asked.joined(separator: ", "))"))
    }
  }

  /// The values with which an item is asked, for each of its variables one: the edges of the ranges, and others.
  static func drawings(of item: Item, askings: Int = askings) -> [[UInt32]] {
    var generator = SplitMix64(seed: 1)
    let edges = [item.variables.map(\.range.lowerBound), item.variables.map(\.range.upperBound)]
    return edges + (0..<askings).map { _ in item.variables.map { $0.drawn(using: &generator) } }
  }

  /// What is wrong with an item the first time that something is; nil where nothing is.
  private static func problem(
    with item: Item, _ misconceptions: MisconceptionCatalogue, _ askings: Int
  ) -> [Diagnostic]? {
    var generator = SplitMix64(seed: 2)
    for values in drawings(of: item, askings: askings) {
      let answered: Item.Answered
      do throws(Diagnostics) {
        answered = try item.answered(with: values)
      } catch {
        return error.all
      }
      let unmet = answered.unmetFaults
      guard unmet.isEmpty else { return unmet }
      if let missed = item.sendingThatIsWaitedAway(answered) { return [missed] }
      var problem = item.contradiction(of: answered)
      let place = problem.flatMap { _ in item.proofPlace }
      for form in item.forms where problem == nil {
        do throws(Diagnostics) {
          problem = Self.problem(
            in: try item.question(answered, form: form, misconceptions: misconceptions, using: &generator))
        } catch {
          return error.all
        }
      }
      guard let problem else { continue }
      let drawn = zip(item.variables, values).map { "\($0.name)=\($1)" }.joined(separator: " ")
      guard !drawn.isEmpty else { return [item.diagnostic(problem, at: place)] }
      let told = Localized(zh: "\(problem.zh)（\(drawn)）", en: "\(problem.en) (\(drawn))")
      return [item.diagnostic(told, at: place)]
    }
    return nil
  }

  /// What is wrong with a question; nil for a sound one.
  public static func problem(in question: Question) -> Localized? {
    let options = question.options
    guard Set(options).count == options.count,
      NumberNotation.allCases.allSatisfy({ notation in
        Set(options.map { question.text(of: $0, in: .en, notation) }).count == options.count
      })
    else { return Localized(zh: "有两个选项相同", en: "two options are the same") }
    switch question.form {
    case .choice:
      guard options.count < 3 else { return nil }
      return tooFewWrongAnswers(in: question)
    case .multiple:
      guard case .several(let right) = question.key, right.count >= 2, right.count < options.count else {
        return Localized(zh: "多选题至少要有两个对的和一个错的", en: "with several answers, two must be right and one wrong")
      }
      return nil
    case .order:
      guard options.count >= 3 else {
        return Localized(zh: "排序题至少要有三项", en: "three things at least must be put in order")
      }
      return nil
    case .typed, .blanks: return nil
    }
  }

  /// What misconceptions there are for a choice, and what else can be done.
  private static func tooFewWrongAnswers(in question: Question) -> Localized {
    let ids = question.beliefs.map(\.misconception.misconception.id)
    let found =
      ids.isEmpty
      ? Localized(zh: "没有一种误解给出错误答案", en: "no misconception gives a wrong answer")
      : Localized(
        zh: "只有误解 \(ids.joined(separator: "、")) 给出错误答案", en: "only \(ids.joined(separator: ", ")) gives a wrong answer")
    let canBeTyped = type(of: question.ask).forms.contains(.typed)
    return Localized(
      zh: found.zh + "，选择题至少要两个错误答案；" + (canBeTyped ? "改为 form: typed" : "换一种问法，或写成 concept"),
      en: found.en + ", and a choice needs two; "
        + (canBeTyped ? "make it form: typed" : "ask in another way, or as a concept"))
  }
}
