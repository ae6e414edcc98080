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

  @Option(help: .init(localized("题目所属的章；默认为最后一章。", "The chapter of the item; else the last one.")))
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
    guard var directory = options.content else {
      throw Failure(
        .usage,
        Localized(
          zh: "请用 --content 指明写到哪个目录；没有就会建立。",
          en: "name the directory in which to write with --content; it is made if it is missing."))
    }
    while directory.count > 1, directory.last == "/" { directory.removeLast() }
    switch kind {
    case .chapter: return try chapter(in: directory)
    case .item: return try item(in: directory)
    }
  }

  /// A content directory has a folder for questions, too, so that the chapter can be checked and learnt at once.
  private func chapter(in directory: String) throws(Failure) -> NewFiles {
    let chapters = ChapterLibrary(directory: directory)
    let orders = Language.allCases.flatMap { ((try? chapters.list($0))?.chapters ?? []).map(\.frontMatter.order) }
    let skeleton = ChapterSkeleton(id: id, order: (orders.max() ?? 0) + 1)
    try NewFiles.makeDirectory(directory + "/Quizzes")
    return NewFiles(
      all: Language.allCases.map { language in
        ("\(directory)/Lessons/\(language.rawValue)/\(id).md", skeleton.text(in: language))
      })
  }

  private func item(in directory: String) throws -> NewFiles {
    let name = id + ".yaml"
    guard ![Pool.catalogueName, Pool.archetypesName].contains(name) else {
      throw Failure(
        .usage, Localized(zh: "\(name) 不是题目文件", en: "\(name) is no file of items"),
        hint: Localized(zh: "请换一个编号", en: "choose another id"))
    }
    let library = try ContentLibrary(option: directory)
    let chapter = try self.chapter ?? library.chapterTitles().titles.last!.id
    let beat = try library.chapter(chapter, .zh).beats.first { $0.prediction != nil }?.id
    let skeleton = ItemSkeleton(id: id, chapter: chapter, beat: beat)
    return NewFiles(all: [("\(directory)/Quizzes/\(name)", skeleton.text)])
  }
}
