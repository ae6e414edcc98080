import Bilingual
import Course
import Quiz
import Screen

/// What happens to the application.
public enum Message: Sendable {
  case input(Input)
  /// The moment that was asked for has come.
  case time
  /// What came of a request; each page takes the replies that it has asked for.
  case content(ContentRequest, ContentReply)
  /// How a chapter's file stands: at once, and each time it has changed.
  case draft(DraftRequest, Draft)
}

/// What the application asks of the world, by who carries it out.
public enum Effect: Hashable, Sendable {
  case quit
  case suspend
  /// Leave the screen, and go on line by line.
  case plain
  case terminal(TerminalRequest)
  case content(ContentRequest)
  case draft(DraftRequest)
}

/// What is asked of the terminal.
public enum TerminalRequest: Hashable, Sendable {
  /// Take clicks and the wheel, or leave them to the terminal again.
  case switchMouse
}

/// What is asked of the course and the questions.
public enum ContentRequest: Hashable, Sendable {
  /// The list of chapters.
  case titles
  /// How long each chapter is, and how many questions there are: for that all is read.
  case extent
  /// A chapter by its id.
  case chapter(String, Language)
  /// What names wrong answers.
  case misconceptions
  /// Questions, drawn up anew each time.
  case paper(PaperRequest)
}

/// What is to be asked in a quiz.
public struct PaperRequest: Hashable, Sendable {
  /// The chapter's id; nil for all.
  public var chapter: String?
  /// The exam that is to ask it; nil for all.
  public var exam: Exam?
  /// The items' ids; nil for all.
  public var items: [String]?
  /// **1 … 100**; nil for the usual number, of items that are each asked once.
  public var count: Int?
  /// The same seed draws the same questions; nil for fresh ones.
  public var seed: UInt64?

  public init(
    chapter: String? = nil, exam: Exam? = nil, items: [String]? = nil, count: Int? = nil, seed: UInt64? = nil
  ) {
    self.chapter = chapter
    self.items = items
    self.exam = exam
    self.count = count
    self.seed = seed
  }
}

/// What came of a `ContentRequest`.
public enum ContentReply: Sendable {
  /// The chapters that can be listed, and what is wrong with the others, a sentence each.
  case titles([ChapterTitle], problems: [Localized])
  /// Of each chapter that can be read, by its id, and how many questions there are.
  case extent([String: ChapterLength], questions: Int)
  /// In the language it exists in, and what is wrong with one that should have been read in its place, a sentence each.
  case chapter(Chapter, problems: [Localized])
  /// Those that can be read, and what is wrong with the others, a sentence each.
  case misconceptions(MisconceptionCatalogue, problems: [Localized])
  /// At least one question; that there are fewer than were wanted, and what is wrong with others, a sentence each.
  case paper([Question], problems: [Localized])
  /// It can't be had: where, what, and what to do about it.
  case failed(Localized)
}

/// A chapter's file that is read while somebody writes it; the last one that was asked for is watched.
public struct DraftRequest: Hashable, Sendable {
  public var path: String
  /// Where the file stands in the folder of another language, the one beside it in this language's folder is meant, if
  /// there is one.
  public var language: Language

  public init(path: String, language: Language) {
    self.path = path
    self.language = language
  }
}

/// How the file of a `DraftRequest` stands.
public enum Draft: Sendable {
  /// It can be read; what `check` finds wrong in it, in the order of the file.
  case chapter(Chapter, problems: [Diagnostic])
  /// Everything that keeps it from being read; never empty.
  case unreadable([Diagnostic])
  /// It is not there, and has not been for a while.
  case gone
  /// Nobody will be told when it changes, and why.
  case unwatched(Localized)
}

/// A chapter as the list of chapters shows it.
public struct ChapterTitle: Hashable, Sendable {
  public let id: String
  /// `10.3.6`.
  public let section: String
  /// Where there is no title in a language, that of the other.
  public let title: Localized

  public init(id: String, section: String, title: Localized) {
    self.id = id
    self.section = section
    self.title = title
  }
}

/// How long a chapter is.
public struct ChapterLength: Hashable, Sendable {
  /// **1 …**.
  public let beats: Int
  /// How long it takes to read, **1 …**.
  public let minutes: Int

  public init(beats: Int, minutes: Int) {
    self.beats = beats
    self.minutes = minutes
  }
}
