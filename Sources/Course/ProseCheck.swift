import Bilingual
import Manuscript

/// Holds what a beat sets in code font against what the run has shown by its end.
struct ProseCheck {
  let exceptions: [RunException]
  /// What each run has shown so far; the last is the one in which the beat stands.
  let runs: [ShownFacts]
  /// What the run has shown that a stretch is about.
  private var facts: ShownFacts
  /// The exceptions without which something would have been reported.
  private var needed: Set<String> = []

  init(exceptions: [RunException], runs: [ShownFacts]) {
    self.exceptions = exceptions
    self.runs = runs
    facts = runs[runs.count - 1]
  }

  /// The comment that excuses what the block tells and does not run; nil where it has none.
  private var told: ToldBlock?
  /// Whether the comment has excused anything.
  private var toldIsNeeded = false

  /// Comes to a block.
  mutating func begin(_ told: ToldBlock?) { (self.told, toldIsNeeded) = (told, false) }

  /// Comes to the block's end: reports a comment that was not needed.
  mutating func end(_ log: inout DiagnosticLog) {
    guard let told, !toldIsNeeded else { return }
    log.report(
      at: told.location,
      Localized(zh: "这条注释用不着：这一段写的，运行都显示了", en: "this comment is not needed: the run shows all of the paragraph"),
      Localized(zh: "删去它", en: "remove it"))
  }

  mutating func check(_ stretch: ProseSpan, _ log: inout DiagnosticLog) {
    let span = stretch.code
    guard case .code(let text) = span.kind else { return }
    let run = stretch.run ?? runs.count
    guard (1...runs.count).contains(run) else {
      log.report(
        at: log.source.location(line: span.line, column: span.column ?? 1, length: text.count),
        Localized(zh: "到这一节为止没有第 \(run) 次运行", en: "there has been no run \(run) up to this beat"),
        Localized(zh: "运行从 1 数起，fresh 另起一次", en: "runs count from 1; fresh begins another"))
      return
    }
    facts = runs[run - 1]
    let claims = ProseClaims(text)
    var isShown = true
    for token in claims.tokens {
      let place = log.source.location(
        behind: token.offset, line: span.line, column: span.column ?? 1, length: token.text.count)
      if let problem = problem(with: token) {
        isShown = false
        if !excuse(token.text, text), token.text != token.canonical || !excuseAsTold() {
          log.report(at: place, problem, Self.hint(for: token))
        }
      }
    }
    guard isShown, claims.isSegment, !facts.showSegment(with: claims.tokens.map(\.claim)), !excuse(text),
      !excuseAsTold()
    else { return }
    log.report(
      at: log.source.location(line: span.line, column: span.column ?? 1, length: text.count),
      Localized(
        zh: "到这一节结束，没有哪个报文段同时符合“\(text)”", en: "by the end of this beat no single segment is “\(text)”"),
      Self.exceptionHint(text))
  }

  /// Reports the exceptions that were not needed.
  func finish(_ log: inout DiagnosticLog) {
    for exception in exceptions where !needed.contains(exception.token) {
      log.report(
        at: exception.location,
        Localized(
          zh: "例外 \(exception.token) 用不着：这一节没有写它，或者运行已经显示了它",
          en: "the exception \(exception.token) is not needed: the beat doesn't have it, or the run shows it"),
        Localized(zh: "把它从注释里删去", en: "take it out of the comment"))
    }
  }

  /// Whether the block tells what is not run.
  private mutating func excuseAsTold() -> Bool {
    guard told != nil else { return false }
    toldIsNeeded = true
    return true
  }

  /// Whether the beat makes an exception for one of these.
  private mutating func excuse(_ texts: String...) -> Bool {
    guard let text = texts.first(where: { text in exceptions.contains { $0.token == text } }) else { return false }
    needed.insert(text)
    return true
  }

  private func problem(with token: ProseToken) -> Localized? {
    if token.text != token.canonical {
      return Localized(
        zh: "“\(token.text)”应写作 \(token.canonical)", en: "“\(token.text)” should be written \(token.canonical)")
    }
    guard !facts.show(token.claim) else { return nil }
    switch token.claim {
    case .state:
      return Localized(
        zh: "到这一节结束，没有哪一端到过 \(token.text)", en: "by the end of this beat neither end has been in \(token.text)")
    case .bits:
      return Localized(
        zh: "到这一节结束，没有发过 \(token.text)", en: "by the end of this beat no \(token.text) has been sent")
    case .seq, .ack, .length:
      return Localized(
        zh: "到这一节结束，没有发过 \(token.text) 的报文段",
        en: "by the end of this beat no segment with \(token.text) has been sent")
    case .number:
      return Localized(
        zh: "到这一节结束，运行里没有出现过 \(token.text)", en: "by the end of this beat the run has not shown \(token.text)")
    case .impossible:
      return Localized(
        zh: "没有哪个报文段会有 \(token.text)", en: "no segment can bear \(token.text)")
    }
  }

  private static func hint(for token: ProseToken) -> Localized? {
    token.text == token.canonical ? exceptionHint(token.text) : nil
  }

  private static func exceptionHint(_ text: String) -> Localized {
    Localized(
      zh: "改正它；若有意为之，在这一节加一行 <!-- \(ExceptionComment.label) `\(text)` -->",
      en: "correct it; if it is meant, add to this beat <!-- \(ExceptionComment.label) `\(text)` -->")
  }
}
