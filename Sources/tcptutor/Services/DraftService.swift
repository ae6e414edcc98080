import Bilingual
import Course
import Screen
import Tutor

/// Reads a chapter's file that somebody writes, proves it as `check` does, and does so again each time it changes.
struct DraftService: WaitingService {
  private let library: ContentLibrary
  private var watched: Watched?

  /// The file that was asked for last.
  private struct Watched {
    let request: DraftRequest
    let path: String
    /// Nil where it can't be watched.
    let watch: FileWatch?
    var settling = Settling()
  }

  init(_ library: ContentLibrary) { self.library = library }

  mutating func carryOut(_ request: DraftRequest) -> [Message] {
    let path = Self.counterpart(of: request.path, in: request.language)
    // What changes between reading and watching would not be seen.
    let watch = FileWatch(path)
    watched = Watched(request: request, path: path, watch: watch)
    let draft = Message.draft(request, read(path, request.language))
    guard watch == nil else { return [draft] }
    return [draft, .draft(request, .unwatched(Self.unwatched))]
  }

  private static let unwatched = Localized(
    zh: "系统无法监视这个文件：改动后请重新打开。", en: "The system can't watch this file: open it again when it has changed.")

  // MARK: Waiting

  var descriptors: [Int32] { watched?.watch.map { [$0.descriptor] } ?? [] }

  var deadline: Moment? { watched?.settling.deadline }

  mutating func resume(_ readable: [Int32], at now: Moment) -> [Message] {
    guard var watched, let watch = watched.watch else { return [] }
    defer { self.watched = watched }
    if readable.contains(watch.descriptor), watch.takeEvents() { watched.settling.stir(at: now) }
    guard let deadline = watched.settling.deadline, deadline.nanoseconds <= now.nanoseconds else { return [] }
    watch.renew()
    switch watched.settling.look(at: now, isThere: exists(watched.path)) {
    case .isMissing: return []
    case .isGone: return [.draft(watched.request, .gone)]
    case .isThere: return [.draft(watched.request, read(watched.path, watched.request.language))]
    }
  }

  // MARK: Reading

  private func read(_ path: String, _ language: Language) -> Draft {
    do throws(Diagnostics) {
      let chapter = try ChapterReader.read(file: path, language: chapterLanguage(path) ?? language)
      let problems =
        ChapterCheck.check(
          chapter, misconceptions: library.pool.misconceptions, beside: library.chapters.facts(chapter.language))
        + LessonCheck.check(chapter)
      return .chapter(chapter, problems: problems.sorted { $0.location.line < $1.location.line })
    } catch {
      return .unreadable(error.all)
    }
  }

  /// The file of that name in the folder of a language beside its own; itself where there is none.
  private static func counterpart(of path: String, in language: Language) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, chapterLanguage(path) != nil else { return path }
    parts[parts.count - 2] = Substring(language.rawValue)
    let other = parts.joined(separator: "/")
    return exists(other) ? other : path
  }
}
