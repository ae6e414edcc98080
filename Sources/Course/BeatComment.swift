import Bilingual
import Manuscript
import Quiz

/// What a beat says of itself below its heading: `<!-- beat: server-waits; meets: states; covers: S3 A4 -->`.
enum BeatComment {
  enum Key: String, CaseIterable {
    case beat, meets, covers, show, exams
  }

  /// How many statements a beat covers at most.
  static let statementLimit = 4

  static let hint = Localized(
    zh: "在标题下一行写 <!-- beat: 名字 -->，名字如 server-waits",
    en: "put below its heading <!-- beat: name -->, with a name such as server-waits")

  /// Whether a comment with this first key is one.
  static func begins(with key: String) -> Bool { Key(rawValue: key) != nil }

  /// Reads the comment into its beat.
  static func read(_ node: MarkdownNode, into beat: inout Beat, _ log: inout DiagnosticLog) {
    let column = log.source.location(ofLine: node.line).column
    guard
      let comment = KeyedComment.read(
        line: node.line, column: column, known: Key.allCases.map(\.rawValue), &log)
    else {
      beat.isNamed = true
      return
    }
    if beat.isNamed {
      log.report(at: comment.location, Localized(zh: "这一节已经有一条这样的注释", en: "the beat has such a comment already"))
      return
    }
    guard beat.isEmpty else {
      log.report(
        at: comment.location,
        beat.heading == nil
          ? Localized(zh: "开头一节的注释应是文件头下面的第一行", en: "the opening's comment is the first line below the front matter")
          : Localized(zh: "这条注释应紧接在标题下面", en: "this comment belongs right below the heading"))
      beat.isNamed = true
      return
    }
    if let field = comment[Key.beat.rawValue] {
      beat.isNamed = true
      if let id = id(field, &log) { beat.id = id }
    }
    // The opening has a name without being given one.
    if beat.heading == nil { beat.isNamed = true }
    beat.nameLocation = comment.location
    beat.meets = comment[Key.meets.rawValue]?.words ?? []
    beat.covers = statements(comment[Key.covers.rawValue], limit: statementLimit, &log)
    beat.exams = comment[Key.exams.rawValue]?.words.compactMap { exam($0, &log) } ?? []
    if let show = comment[Key.show.rawValue] {
      beat.showsAll = show.text == "all"
      if !beat.showsAll {
        log.report(
          at: show.words[0].location,
          Localized(zh: "show 只能是 all", en: "show can only be all"),
          Localized(zh: "all 让图显示整个运行；不需要就删去这一项", en: "all shows the whole run; leave it out otherwise"))
      }
    }
    for words in [beat.meets, beat.covers] { reportTwice(words, &log) }
  }

  /// The statements that a comment says are covered; too many of them are reported.
  static func statements(_ field: KeyedComment.Field?, limit: Int, _ log: inout DiagnosticLog) -> [Reference] {
    guard let field else { return [] }
    if field.words.count > limit {
      log.report(
        at: field.words[limit].location,
        Localized(
          zh: "一处最多讲 \(limit) 条，这里有 \(field.words.count) 条",
          en: "\(limit) statements are covered at most in one place, and here are \(field.words.count)"),
        Localized(zh: "分成两处", en: "make two of it"))
    }
    return field.words
  }

  private static func id(_ field: KeyedComment.Field, _ log: inout DiagnosticLog) -> String? {
    guard Identifier.isSound(field.text) else {
      log.report(at: field.words[0].location, Identifier.message(field.text), Identifier.hint)
      return nil
    }
    return field.text
  }

  private static func exam(_ word: Reference, _ log: inout DiagnosticLog) -> Exam? {
    if let exam = Exam(rawValue: word.id) { return exam }
    log.report(
      at: word.location, Localized(zh: "没有名为“\(word.id)”的考试", en: "there is no exam “\(word.id)”"),
      Suggestion.hint(for: word.id, among: Exam.allCases.map(\.rawValue)))
    return nil
  }

  private static func reportTwice(_ words: [Reference], _ log: inout DiagnosticLog) {
    for (index, word) in words.enumerated() where words[..<index].contains(where: { $0.id == word.id }) {
      log.report(at: word.location, Localized(zh: "\(word.id) 写了两次", en: "\(word.id) comes twice"))
    }
  }
}
