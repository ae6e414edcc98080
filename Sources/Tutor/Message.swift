import Bilingual
import Course
import Quiz
import Screen

/// What happens to the application.
public enum Message: Sendable {
  case input(Input)
  /// So many nanoseconds have passed while something moves.
  case tick(Int64)
  case chapterLoaded(Chapter)
  case misconceptionsLoaded(MisconceptionCatalogue)
  case quizLoaded([Question])
  /// What was asked for can't be had.
  case failed(Localized)
}

/// What the application asks of the world.
public enum Effect: Hashable, Sendable {
  case quit
  case suspend
  /// Load a chapter in a language; `chapterLoaded` or `failed` answers.
  case loadChapter(id: String, Language)
  /// Load what names wrong answers; `misconceptionsLoaded` or `failed` answers.
  case loadMisconceptions
  /// Draw up a quiz, of one chapter or of all; `quizLoaded` or `failed` answers.
  case loadQuiz(chapter: String?)
  /// Take clicks and the wheel, or leave them to the terminal again.
  case switchMouse
}
