import Bilingual
import Course
import Screen

/// What is proved of a chapter by drawing it: that every beat fits the smallest usual screen, 80×24.
public enum LessonCheck {
  /// How many rows a beat's prose takes at most beside the stage; its heading doesn't count.
  public static let rowsBesideStage = 7
  /// How many a beat takes at most that takes the page, a box or a recap.
  public static let rowsOfPage = 18

  private static let size = Size(columns: 80, rows: 24)

  /// - Returns: what is wrong, in the order of the file; empty where nothing is.
  public static func check(_ chapter: Chapter) -> [Diagnostic] {
    let context = Context(language: chapter.language, glyphs: .unicode, size: size)
    return chapter.beats.compactMap { beat in
      let rows = ProseLayout(context).lines(belowTitleOf: beat, columns: LessonPage.textColumns(context)).count
      let limit = beat.takesPage ? rowsOfPage : rowsBesideStage
      guard rows > limit else { return nil }
      return chapter.diagnostic(
        ofLine: beat.line,
        Localized(
          zh: "这一节在 80×24 的屏幕上占 \(rows) 行，最多 \(limit) 行",
          en: "on a screen of 80×24 this beat takes \(rows) rows, and \(limit) are the most"),
        Localized(zh: "写得短些，或分成两节；段与段之间的空行也算", en: "shorten it, or make two of it; blank rows between paragraphs count")
      )
    }
  }
}
