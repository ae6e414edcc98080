import Course
import Scenario
import Support
import TCP

@testable import Quiz

/// Something that a broken machine has to fail: a question, or a chapter.
struct Witness: Sendable {
  let name: String
  /// The machines that must fail it.
  let about: [String]
  /// Whether no machine need fail it.
  let isExcused: Bool
  /// The machines that do fail it.
  let noticed: [String]

  /// What is wrong: machines that pass though it is about them, and that nothing notices it.
  var problems: [String] {
    about.filter { !noticed.contains($0) }.map { "\(name) does not notice \($0)" }
      + (about.isEmpty && noticed.isEmpty && !isExcused
        ? ["\(name) notices no machine, and its archetype does not say none"] : [])
  }
}

extension Item {
  /// Whether a machine gives it, at one of the check's drawings, another key than the proof does, or none.
  func isFailed(by machine: Profile) -> Bool {
    QuizCheck.drawings(of: self).contains { values in
      guard let answered = try? answered(with: values, under: machine) else { return true }
      return contradiction(of: answered) != nil
    }
  }

  /// Whether there is anything for a machine to compute.
  var isComputed: Bool { type(of: ask).proofExample != nil }

  func witness(_ archetypes: ArchetypeCatalogue, of machines: [Profile] = Profile.broken) -> Witness {
    let archetype = archetype.flatMap { archetypes[$0] }
    return Witness(
      name: id, about: archetype?.machines ?? [], isExcused: archetype?.none != nil,
      noticed: machines.filter(isFailed).map(\.name))
  }
}

extension Chapter {
  /// Whether one of its runs under a machine does not come to its end, or a line's claim does not hold.
  func isFailed(by machine: Profile) -> Bool {
    runs.contains { run in
      // A run that goes by a profile of its own is about that.
      guard run.settings.profile == .rfc9293 else { return false }
      var script = script(of: run)
      script.settings.use(machine)
      return !Run(playing: script).isSound
    }
  }

  /// - Parameter items: the questions of the pool; what those about this chapter are about, it is about.
  func witness(_ items: [Item], _ archetypes: ArchetypeCatalogue) -> Witness {
    let own = items.filter { $0.chapter == id }.compactMap(\.archetype).compactMap { archetypes[$0] }
    let named = Set(own.flatMap(\.machines))
    return Witness(
      name: id, about: Profile.broken.map(\.name).filter(named.contains), isExcused: false,
      noticed: Profile.broken.filter(isFailed).map(\.name))
  }
}

/// All that a content directory has to notice machines with.
struct Content: Sendable {
  let chapters: [Witness]
  let items: [Witness]
  /// The items of which no machine computes anything.
  let written: Int

  static let shipped = Content(directory: contentDirectory)
  static let fixture = Content(directory: Fixture.directory)
  /// The fixture's items are of the archetypes that ship.
  static let archetypes = Pool(layers: [contentDirectory]).archetypes

  private init(directory: String) {
    let items = Pool(layers: [directory]).items
    let chapters = ChapterLibrary(layers: [directory]).readAll().chapters.filter { $0.language == .en }
    self.chapters = chapters.map { $0.witness(items, Self.archetypes) }
    self.items = items.filter(\.isComputed).map { $0.witness(Self.archetypes) }
    written = items.count { !$0.isComputed }
  }
}
