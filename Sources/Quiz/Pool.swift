import Bilingual
import Manuscript

/// All that can be asked: the items and the misconceptions of a content directory's `Quizzes`.
///
/// What is wrong in a file is told, and the rest of it serves all the same.
public struct Pool: Sendable {
  /// In the order of the files' names, and within a file in its own.
  public let items: [Item]
  public let misconceptions: MisconceptionCatalogue
  public let archetypes: ArchetypeCatalogue
  /// The catalogue's path, as messages name it.
  public let cataloguePath: String
  /// The path of the catalogue of archetypes.
  public let archetypesPath: String
  /// What can't be read.
  public let problems: [Diagnostic]

  public static let catalogueName = "misconceptions.yaml"
  /// The catalogue of archetypes, which holds no items.
  public static let archetypesName = "archetypes.yaml"

  /// Reads the files of a content directory.
  public init(directory: String) {
    let folder = directory + "/Quizzes"
    cataloguePath = "\(folder)/\(Self.catalogueName)"
    archetypesPath = "\(folder)/\(Self.archetypesName)"
    var items: [Item] = []
    var problems: [Diagnostic] = []
    var misconceptions = MisconceptionCatalogue()
    var archetypes = ArchetypeCatalogue()
    do throws(TextFileError) {
      for name in try TextFile.names(inDirectory: folder) where name.hasSuffix(".yaml") {
        let path = "\(folder)/\(name)"
        do throws(TextFileError) {
          let source = try TextFile.read(path)
          let wrong: [Diagnostic]
          switch name {
          case Self.catalogueName: (misconceptions, wrong) = MisconceptionCatalogue.readSound(source, file: path)
          case Self.archetypesName: (archetypes, wrong) = ArchetypeCatalogue.readSound(source, file: path)
          default:
            let sound: [Item]
            (sound, wrong) = ItemReader.readSound(source, file: path)
            items += sound
          }
          problems += wrong
        } catch {
          problems += error.diagnostics(path).all
        }
      }
    } catch {
      problems += error.diagnostics(folder).all
    }
    self.items = items
    self.misconceptions = misconceptions
    self.archetypes = archetypes
    self.problems = problems
  }

  /// The items of a chapter and an exam; of all where one is nil.
  public func items(chapter: String?, exam: Exam?) -> [Item] {
    items.filter { item in
      (chapter == nil || item.chapter == chapter) && (exam.map(item.exams.contains) ?? true)
    }
  }
}
