import Bilingual
import Quiz
import Screen

/// A question on the screen: what is chosen or typed, and once it is answered, the verdict and the reasons.
struct QuestionPanel: Sendable {
  let question: Question
  private(set) var selected = 0
  private(set) var typed = ""
  /// Why what was typed can't be read.
  private(set) var problem: Localized?
  /// The answer given; nil until there is one.
  private(set) var given: Answer?

  init(_ question: Question) { self.question = question }

  var isAnswered: Bool { given != nil }
  var isCorrect: Bool { given.map(question.isCorrect) ?? false }

  /// Takes a key; once it is answered, none any more.
  ///
  /// - Returns: whether the key meant something here.
  mutating func take(_ key: Key) -> Bool {
    guard given == nil else { return false }
    switch question.form {
    case .choice: return choose(key)
    case .typed, .multiple, .order: return type(key)
    }
  }

  private mutating func choose(_ key: Key) -> Bool {
    switch key {
    case .up: selected = max(0, selected - 1)
    case .down: selected = min(question.options.count - 1, selected + 1)
    case .enter: given = question.options[selected]
    case .character(let character):
      guard let digit = character.wholeNumberValue, (1...question.options.count).contains(digit) else { return false }
      selected = digit - 1
      given = question.options[selected]
    default: return false
    }
    return true
  }

  private mutating func type(_ key: Key) -> Bool {
    problem = nil
    switch key {
    case .character(let character):
      if typed.count < 80 { typed.append(character) }
    case .backspace: _ = typed.popLast()
    case .enter:
      do throws(Answer.Unreadable) {
        given = try question.read(typed)
      } catch {
        problem = error.hint
      }
    default: return false
    }
    return true
  }

  // MARK: Lines

  /// The question, its options or its input line, and after the answer the verdict.
  ///
  /// - Returns: the lines, and the place of the text cursor among them where something is typed.
  func lines(columns: Int, _ context: Context) -> (lines: [[Span]], cursor: Point?) {
    var lines = wrap([Span(question.stem[context.language], .prompt)], columns: columns)
    var cursor: Point?
    switch question.form {
    case .choice:
      for (index, option) in question.options.enumerated() {
        // Once it is answered, only what was answered and what is right are of interest.
        if let given, option != given, !question.isCorrect(option) { continue }
        lines.append(optionLine(index, option, context))
      }
    case .typed, .multiple, .order:
      let prompt = context.text("回答：", "Answer: ")
      lines.append([Span(prompt, .dim), Span(typed, .strong)])
      if given == nil { cursor = Point(x: prompt.displayWidth + typed.displayWidth, y: lines.count - 1) }
      if let problem { lines += wrap([Span(problem[context.language], .warning)], columns: columns) }
    }
    if given != nil { lines += verdict(columns: columns, namesKey: question.form == .typed, context) }
    return (lines, cursor)
  }

  /// The line of the option that is selected; nil once it is answered, and where the answer is typed.
  func selectedRow(columns: Int, _ context: Context) -> Int? {
    guard given == nil, question.form == .choice else { return nil }
    return wrap([Span(question.stem[context.language], .prompt)], columns: columns).count + selected
  }

  private func optionLine(_ index: Int, _ option: Answer, _ context: Context) -> [Span] {
    let number = "\(index + 1)  "
    let text = question.text(of: option, in: context.language)
    guard given != nil else {
      let isSelected = index == selected
      let mark = isSelected ? String(context.drawing.arrowRight) : " "
      return [Span(" \(mark) \(number)", .key), Span(text, isSelected ? .selected : .text)]
    }
    if question.isCorrect(option) {
      return [Span(" \(context.drawing.check) \(number)", .correct), Span(text, .correct)]
    }
    return [Span(" \(context.drawing.cross) \(number)\(text)", .wrong)]
  }

  /// Whether it is right, what the answer given rests on, and the clauses behind the right one.
  ///
  /// - Parameter namesKey: whether the right answer is written out, where no list of options shows it.
  func verdict(columns: Int, namesKey: Bool, _ context: Context) -> [[Span]] {
    guard let given else { return [] }
    var lines: [[Span]] = []
    func add(_ spans: [Span]) { lines += wrap(spans, columns: columns) }
    if isCorrect {
      add([Span(context.text("正确。", "Right."), .correct)])
    } else {
      var verdict = [Span(context.text("不对。", "Not so. "), .wrong)]
      if namesKey {
        verdict += [
          Span(context.text("正确答案：", "It is ")), Span(question.text(of: question.key, in: context.language), .correct),
          Span(context.text("。", ". ")),
        ]
      }
      if let misconception = question.misconception(behind: given) {
        verdict += [
          Span(context.text("这样答，是以为：", "It would follow from: "), .dim),
          Span(misconception.statement[context.language], .emphasis),
        ]
        add(verdict)
        add([Span(misconception.truth[context.language]), Span("  \(misconception.source)", .dim)])
      } else {
        add(verdict)
      }
    }
    for rule in question.rules {
      let provision = rule.provision
      add([
        Span(context.text(provision.chinese, provision.english)),
        Span("  " + context.text(provision.chineseSource, provision.source), .dim),
      ])
    }
    return lines
  }
}

extension QuestionPanel {
  /// The same state for the same question in other words.
  func asking(_ question: Question) -> QuestionPanel {
    var panel = QuestionPanel(question)
    panel.selected = selected
    panel.typed = typed
    panel.given = given
    return panel
  }
}
