import Bilingual
import Course
import Foundation
import Support
import Testing

@Suite struct `The library` {
  /// A content directory of its own.
  private final class Directory {
    private let folder: TemporaryFolder
    var path: String { folder.path }
    var library: ChapterLibrary { ChapterLibrary(layers: [path]) }

    init(_ files: [String: String]) throws {
      folder = try TemporaryFolder()
      for (name, text) in files { try write(name, Data(text.utf8)) }
    }

    func write(_ name: String, _ data: Data) throws { try folder.write("Lessons/" + name, data) }
  }

  private static func chapter(_ id: String, _ order: Int, _ body: String = "Text.\n") -> String {
    frontMatter.replacing(first: "id: test", with: "id: \(id)").replacing(first: "order: 1", with: "order: \(order)")
      + body
  }

  @Test func `It lists chapters in their order, whatever else is wrong with them`() throws {
    let directory = try Directory([
      "en/b.md": Self.chapter("b", 1, "```nothing\n"), "en/a.md": Self.chapter("a", 2), "en/notes.txt": "x",
      "en/.hidden.md": "x", "en/c.md": "---\nid: c\n---\n", "zh/d.md": Self.chapter("d", 1),
    ])
    let listing = directory.library.list(.en)
    #expect(listing.chapters.map(\.frontMatter.id) == ["b", "a"])
    #expect(listing.chapters.map(\.file) == ["\(directory.path)/Lessons/en/b.md", "\(directory.path)/Lessons/en/a.md"])
    #expect(listing.problems.map(\.file) == ["\(directory.path)/Lessons/en/c.md"])
    #expect(directory.library.list(.zh).chapters.map(\.frontMatter.title) == ["A test"])
  }

  @Test func `The list needs no more than the front matter`() throws {
    let directory = try Directory([:])
    var data = Data(Self.chapter("long", 1).utf8)
    data += Data(repeating: UInt8(ascii: "x"), count: 100_000)
    data += Data([0xFF])
    try directory.write("zh/long.md", data)
    // The front matter is longer than a block, and the block ends inside a character.
    try directory.write(
      "zh/wide.md",
      Data(Self.chapter("wide", 2).replacing(first: "A test", with: String(repeating: "长", count: 9_000)).utf8))
    let listing = directory.library.list(.zh)
    #expect(listing.problems == [])
    #expect(listing.chapters.map(\.frontMatter.id) == ["long", "wide"])
    #expect(
      diagnostics { () throws(Diagnostics) in try directory.library.load("long", .zh) }.map(\.message.en) == [
        "from here on this is not UTF-8"
      ])
  }

  @Test func `It loads a chapter by its id`() throws {
    let directory = try Directory(["zh/a.md": Self.chapter("a", 2, "甲\n乙\n")])
    let chapter = try directory.library.load("a", .zh).chapter
    #expect(chapter.id == "a")
    #expect(chapter.language == .zh)
    #expect(chapter.file == "\(directory.path)/Lessons/zh/a.md")
  }

  @Test func `An id that is not known`() throws {
    let directory = try Directory(["en/three-way.md": "", "en/why-three.md": ""])
    let found = diagnostics { () throws(Diagnostics) in try directory.library.load("why-tree", .en) }
    #expect(found.map(\.message.en) == ["there is no chapter “why-tree”"])
    #expect(found.first?.hint?.en == "did you mean why-three? one of: three-way, why-three")
    #expect(found.first?.hint?.zh == "是不是 why-three？可用的有：three-way、why-three")
    let far = diagnostics { () throws(Diagnostics) in try directory.library.load("../../etc/passwd", .en) }
    #expect(far.first?.hint?.en == "one of: three-way, why-three")
  }

  @Test func `Directories and files that can't be read`() throws {
    let directory = try Directory(["en/a.md": "", "zh/b.md/x": ""])
    let none = ChapterLibrary(layers: [directory.path + "/none"]).list(.en)
    #expect(none.chapters.isEmpty && none.problems.isEmpty)
    try directory.write("zh/a", Data())
    let file = ChapterLibrary(layers: [directory.path + "/Lessons/zh/a"]).list(.en)
    #expect(file.problems.map(\.message.en) == ["this is no directory"])
    #expect(file.problems.map(\.file) == ["\(directory.path)/Lessons/zh/a/Lessons/en"])
    #expect(
      diagnostics { () throws(Diagnostics) in try directory.library.load("b", .zh) }.map(\.message.en) == [
        "this is no ordinary file"
      ])
    #expect(directory.library.list(.zh).problems.map(\.message.en) == ["this is no ordinary file"])
    #expect(
      diagnostics { () throws(Diagnostics) in try ChapterReader.read(file: directory.path + "/x.md", language: .en) }
        .map(\.message.en) == ["there is no such file or directory"])
  }

  @Test(
    arguments: [
      ([0xFF], 1, 1), ([0x61, 0x0A, 0xE4, 0xB8, 0xAD, 0xC0], 2, 2), ([0x61, 0xE4, 0xB8], 1, 2),
      ([0xED, 0xA0, 0x80], 1, 1),
    ] as [([UInt8], Int, Int)])
  func `What is no UTF-8 is found where it stands`(bytes: [UInt8], line: Int, column: Int) throws {
    let directory = try Directory([:])
    try directory.write("en/a.md", Data(bytes))
    let found = diagnostics { () throws(Diagnostics) in try directory.library.load("a", .en) }
    #expect(found.map(Finding.init) == [Finding(line, column, "from here on this is not UTF-8")])
  }

  @Test func `The whole course is proven`() throws {
    let directory = try Directory([
      "zh/a.md": Self.chapter("a", 1), "en/a.md": Self.chapter("a", 2), "zh/b.md": Self.chapter("c", 1, "`5`\n"),
      "en/d.md": "",
    ])
    let found = try ChapterCheck.check(directory.library)
    #expect(
      found.map { "\($0.file.dropFirst(directory.path.count + 9)) \($0.location.line) \($0.message.en)" } == [
        "en/d.md 1 the file is empty",
        "zh/a.md 11 there is no Chinese in this beat",
        "zh/b.md 2 the id is c, and the file is called b.md",
        "zh/b.md 11 by the end of this beat the run has not shown 5",
        "zh/b.md 5 \(directory.path)/Lessons/zh/a.md has the order 1 too",
        "en/a.md 5 the languages differ in order: “1” at \(directory.path)/Lessons/zh/a.md:5, “2” here",
        "zh/b.md 1 the chapter is missing in the other language",
        "en/d.md 1 the chapter is missing in the other language",
      ])
  }

  @Test func `The course that ships is sound`() throws {
    #expect(try ChapterCheck.check(shippedLibrary).map(Finding.init) == [])
  }
}
