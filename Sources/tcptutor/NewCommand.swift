import ArgumentParser
import Bilingual
import Course
import Quiz

struct NewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: localized("写出一章或一道题的样板，供作者改写。", "Write a chapter or an item for an author to begin with."))
  }

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case chapter, item
  }

  @Argument(help: .init(localized("写什么：一章（两种语言）或一道题。", "What to write: a chapter, in both languages, or an item.")))
  var kind: Kind

  @Argument(help: .init(localized("编号，也是文件名。", "Its id, which is the file's name too.")))
  var id: String

  @Option(
    help: .init(localized("题目所属的章；默认为那个目录的最后一章。", "The chapter of the item; else the last one of that directory.")))
  var chapter: String?

  @OptionGroup var options: SharedOptions

  func validate() throws {
    if chapter != nil, kind == .chapter {
      throw ValidationError(localized("--chapter 只用于题目。", "--chapter is for items."))
    }
  }

  func run() throws {
    let language = options.language
    try options.reporting(language) {
      let files = try files()
      try files.write()
      for file in files.all { try Output.standard.write(lines: [file.path]) }
    }
  }

  private func files() throws -> NewFiles {
    guard Identifier.isSound(id) else { throw Failure(.usage, Identifier.message(id), hint: Identifier.hint) }
    guard let directory = options.content.last?.withoutTrailingSlashes else {
      throw Failure(
        .usage,
        Localized(
          zh: "请用 --content 指明写到哪个目录；没有就会建立。",
          en: "name the directory in which to write with --content; it is made if it is missing."))
    }
    // It is made if it is missing, so what is wrong with it or with others is not told.
    let layers = ContentLayers(options: options.content)
    let library = ContentLibrary(layers: layers.directories)
    switch kind {
    case .chapter: return try chapter(in: directory, over: library)
    case .item: return try item(in: directory, over: library)
    }
  }

  /// What is there already, in another directory; writing it anew would take its place.
  private static func isThere(_ file: String) -> Failure {
    Failure(
      .cannotCreate, Localized(zh: "“\(file)”里已经有这个编号", en: "“\(file)” has this id already"),
      hint: Localized(
        zh: "请换一个编号；要改写它，就把那里的内容复制过来",
        en: "choose another id; to write it over, copy what stands there"))
  }

  private func chapter(in directory: String, over library: ContentLibrary) throws(Failure) -> NewFiles {
    let own = Language.allCases.map { "\(directory)/Lessons/\($0.rawValue)/\(id).md" }
    for language in Language.allCases where !own.contains(where: exists) {
      if let file = library.chapters.path(of: id, language) { throw Self.isThere(file) }
    }
    let orders = Language.allCases.flatMap { library.chapters.list($0).chapters.map(\.frontMatter.order) }
    let skeleton = ChapterSkeleton(id: id, order: (orders.max() ?? 0) + 1)
    return NewFiles(
      all: zip(own, Language.allCases).map { path, language in (path, skeleton.text(in: language)) })
  }

  private func item(in directory: String, over library: ContentLibrary) throws -> NewFiles {
    let name = id + ".yaml"
    guard ![Pool.catalogueName, Pool.archetypesName].contains(name) else {
      throw Failure(
        .usage, Localized(zh: "\(name) 不是题目文件", en: "\(name) is no file of items"),
        hint: Localized(zh: "请换一个编号", en: "choose another id"))
    }
    let path = "\(directory)/Quizzes/\(name)"
    if !exists(path), let item = library.pool.items.first(where: { $0.id == id }) { throw Self.isThere(item.file) }
    let own = try? ContentLibrary(layers: [directory]).chapterTitles().titles.last
    let chapter = try self.chapter ?? own?.id ?? library.chapterTitles().titles.last!.id
    let beat = try library.chapter(chapter, .zh).chapter.beats.first { $0.prediction != nil }?.id
    return NewFiles(all: [(path, ItemSkeleton(id: id, chapter: chapter, beat: beat).text)])
  }
}
