#if os(Linux)
  import Foundation
  import Glibc
  import Support
  import Testing

  @testable import tcptutor

  /// What is noticed of a file, by the system itself.
  @Suite struct `Watching a file` {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
      folder = try TemporaryFolder()
      path = try folder.write("a.md", "one")
    }

    private func expectNoticed(
      by watch: FileWatch, _ isNoticed: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(watch.takeEvents() == isNoticed, sourceLocation: sourceLocation)
      #expect(!watch.takeEvents(), sourceLocation: sourceLocation)
    }

    private func overwrite(_ path: String) throws { try Data("two".utf8).write(to: URL(fileURLWithPath: path)) }

    @Test func `Written in place, replaced, taken away, put back: each is noticed`() throws {
      let watch = try #require(FileWatch(path))
      expectNoticed(by: watch, false)
      try overwrite(path)
      expectNoticed(by: watch)
      try folder.write("new", "three")
      #expect(rename(folder.path + "/new", path) == 0)
      expectNoticed(by: watch)
      #expect(rename(path, path + "~") == 0)
      expectNoticed(by: watch)
      #expect(rename(path + "~", path) == 0)
      expectNoticed(by: watch)
      #expect(unlink(path) == 0)
      expectNoticed(by: watch)
    }

    @Test func `Another file in its folder is not it`() throws {
      let watch = try #require(FileWatch(path))
      try folder.write("b.md", "other")
      try folder.write(".a.md.swp", "other")
      expectNoticed(by: watch, false)
    }

    @Test func `To read it is no change`() throws {
      let watch = try #require(FileWatch(path))
      _ = try folder.read("a.md")
      watch.renew()
      expectNoticed(by: watch, false)
    }

    @Test func `Where it is a link, what that leads to is watched too`() throws {
      try FileManager.default.createDirectory(atPath: folder.path + "/links", withIntermediateDirectories: false)
      let link = folder.path + "/links/b.md"
      #expect(symlink("../a.md", link) == 0)
      let watch = try #require(FileWatch(link))
      try overwrite(path)
      expectNoticed(by: watch)
      #expect(unlink(path) == 0)
      expectNoticed(by: watch)
      // It leads nowhere now, and may again.
      watch.renew()
      try folder.write("a.md", "three")
      expectNoticed(by: watch)
      #expect(unlink(link) == 0)
      expectNoticed(by: watch)
    }

    @Test func `A folder that is put in the place of its own is watched instead`() throws {
      try folder.write("c/a.md", "one")
      let watch = try #require(FileWatch(folder.path + "/c/a.md"))
      #expect(rename(folder.path + "/c", folder.path + "/d") == 0)
      expectNoticed(by: watch)
      try folder.write("c/a.md", "two")
      watch.renew()
      try overwrite(folder.path + "/c/a.md")
      expectNoticed(by: watch)
    }

    @Test func `Where there is no folder, nothing is watched`() {
      #expect(FileWatch(folder.path + "/none/a.md") == nil)
    }
  }

  /// The real program, and an author's editor beside it.
  @Suite(.serialized, .timeLimit(.minutes(1))) struct `A lesson from a file` {
    private let folder: TemporaryFolder
    private let path: String
    private let text: String

    init() throws {
      folder = try TemporaryFolder()
      text = try Fixture.text("Lessons/en/fixture.md")
      path = try folder.write("fixture.md", text)
    }

    /// Saves as editors do: the old file is put aside, and a new one takes its place.
    private func save(_ text: String) throws {
      #expect(rename(path, path + "~") == 0)
      usleep(20_000)
      try folder.write("new", text)
      #expect(rename(folder.path + "/new", path) == 0)
      #expect(unlink(path + "~") == 0)
    }

    @Test func `Is read again when it changes, at the same beat; what is wrong is told until it is mended`() throws {
      let program = try OtherSide("learn", path, "--lang", "en")
      try program.read(until: "1/9")
      try program.type(" ")
      try program.read(until: "A passive OPEN sends nothing")
      try save(text.replacing(first: "A passive OPEN sends nothing", with: "QQQQ ZZZZ"))
      // Of the title nothing is sent again: it is where it was.
      #expect(try !program.read(until: "QQQQ ZZZZ").contains("/9"))
      // Written in place.
      try folder.write("fixture.md", text.replacing(first: "server LISTEN", with: "server LISTN"))
      try program.read(until: "there is no state")
      try save(text.replacing(first: "A passive OPEN sends nothing", with: "XXXX KKKK"))
      try program.read(until: "XXXX KKKK")
      #expect(unlink(path) == 0)
      try program.read(until: "is gone")
      try folder.write("fixture.md", text.replacing(first: "A passive OPEN sends nothing", with: "WWWW JJJJ"))
      try program.read(until: "WWWW JJJJ")
      // And then it sleeps as before.
      try expectRest(program)
      try program.type("q")
      #expect(program.end() == 0)
    }

    private func expectRest(_ program: OtherSide) throws {
      var last: Int?
      for _ in 0..<100 where last == nil || last != program.sleeps {
        last = program.sleeps
        usleep(100_000)
      }
      let before = try #require(program.sleeps)
      usleep(1_500_000)
      #expect(program.sleeps == before && program.threads == 1)
    }

    /// Whether the program has the system watch files.
    private func watches(_ program: OtherSide) throws -> Bool {
      let folder = "/proc/\(program.process)/fd"
      return try FileManager.default.contentsOfDirectory(atPath: folder).contains { name in
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)"))?.contains("inotify") == true
      }
    }

    @Test func `Line by line, and of a chapter that is named by its id, nothing is watched`() throws {
      let program = try OtherSide("learn", path, "--lang", "en")
      try program.read(until: "1/9")
      for _ in 0..<100 where try !watches(program) { usleep(20_000) }
      #expect(try watches(program))
      let plain = try OtherSide("learn", path, "--plain", "--lang", "en")
      try plain.read(until: "Enter goes on")
      let course = try OtherSide("learn", "fixture", "--lang", "en")
      try course.read(until: "1/9")
      try course.type(" ")
      try course.read(until: "A passive OPEN")
      #expect(try !watches(plain) && !watches(course))
    }
  }
#endif
