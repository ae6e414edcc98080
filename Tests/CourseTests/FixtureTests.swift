import Bilingual
import Quiz
import Support
import Testing

@testable import Course

/// The chapter that is there for the tests: it grows with the blocks, the elements of prose and the forms.
@Suite struct `The fixture's chapter` {
  @Test(arguments: Language.allCases)
  func `Every block is in it but a search, which another has, and an exception`(language: Language) throws {
    let beats = try fixtureChapter(language).beats
    let searches = try ChapterLibrary(layers: [Fixture.directory]).load(Fixture.searches, language).chapter.beats
    #expect(Set((beats + searches).flatMap(\.blocks).map(\.kind)) == Set(BlockKind.allCases))
    #expect(Set(beats.flatMap(\.blocks).map(\.kind)) == Set(BlockKind.allCases).subtracting([.explore]))
    #expect(beats.contains { !$0.exceptions.isEmpty })
  }

  @Test(arguments: Language.allCases)
  func `Every form is predicted in`(language: Language) throws {
    let chapters = ChapterLibrary(layers: [Fixture.directory]).readAll().chapters.filter { $0.language == language }
    #expect(Set(chapters.flatMap(\.beats).compactMap(\.prediction?.form)) == Set(Question.Form.allCases))
  }

  @Test(arguments: Language.allCases)
  func `Every element of prose is in it, and text that is wide`(language: Language) throws {
    let blocks = try fixtureChapter(language).beats.flatMap(\.prose)
    let elements: Set<String> = [
      "paragraph", "heading", "bulleted list", "numbered list", "quote", "code block", "table", "break", "text",
      "emphasis", "strong", "strikethrough", "code", "link", "line break", "wide text",
    ]
    #expect(elements.subtracting(blocks.elements) == [])
  }

  @Test(arguments: Language.allCases)
  func `Another has a box, a recap and several runs`(language: Language) throws {
    let chapter = try ChapterLibrary(layers: [Fixture.directory]).load(Fixture.runs, language).chapter
    #expect(
      chapter.runs.count > 1 && chapter.beats.contains { !$0.boxes.isEmpty }
        && chapter.beats.contains(where: \.showsAll))
  }

  @Test func `It can be read, and it is sound`() throws {
    #expect(try ChapterCheck.check(ChapterLibrary(layers: [Fixture.directory])).map(Finding.init) == [])
  }
}

extension [ProseBlock] {
  /// The names of what it is made of; the switches see to it that a new element gets one.
  fileprivate var elements: Set<String> { reduce(into: []) { $0.formUnion($1.elements) } }
}

extension ProseBlock {
  fileprivate var elements: Set<String> {
    switch self {
    case .paragraph(let inlines): inlines.elements.union(["paragraph"])
    case .heading(_, let inlines): inlines.elements.union(["heading"])
    case .bulletedList(let items): items.flatMap(\.self).elements.union(["bulleted list"])
    case .numberedList(_, let items): items.flatMap(\.self).elements.union(["numbered list"])
    case .quote(let blocks): blocks.elements.union(["quote"])
    case .codeBlock: ["code block"]
    case .table(let header, let rows): ([header] + rows).flatMap { $0.flatMap(\.self) }.elements.union(["table"])
    case .box(let box): (box.title + box.table.flatMap { $0.flatMap(\.self) }).elements.union(["box"])
    case .thematicBreak: ["break"]
    }
  }
}

extension [Inline] {
  fileprivate var elements: Set<String> {
    reduce(into: []) { elements, inline in
      switch inline.kind {
      case .text(let text):
        elements.insert("text")
        if text.unicodeScalars.contains(where: { $0.properties.isIdeographic }) { elements.insert("wide text") }
      case .emphasis(let inlines): elements.formUnion(inlines.elements.union(["emphasis"]))
      case .strong(let inlines): elements.formUnion(inlines.elements.union(["strong"]))
      case .strikethrough(let inlines): elements.formUnion(inlines.elements.union(["strikethrough"]))
      case .code: elements.insert("code")
      case .link(_, let inlines): elements.formUnion(inlines.elements.union(["link"]))
      case .lineBreak: elements.insert("line break")
      }
    }
  }
}
