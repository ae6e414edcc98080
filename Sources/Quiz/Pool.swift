import Bilingual
import Manuscript

/// All that can be asked: the items and the misconceptions in the `Quizzes` of content directories.
///
/// Directories are layers: of items, misconceptions and archetypes with the same id the later one's serves. What is wrong
/// in a file is told, and the rest of it serves all the same.
public struct Pool: Sendable {
  /// In the order of the layers, within one in that of the files' names, and within a file in its own; an item that
  /// replaces another stands where that stood.
  public let items: [Item]
  public let misconceptions: MisconceptionCatalogue
  public let archetypes: ArchetypeCatalogue
  /// What a later layer has in the place of an earlier one's.
  public let replacements: [Replacement]
  /// What can't be read.
  public let problems: [Diagnostic]

  public static let catalogueName = "misconceptions.yaml"
  /// The catalogue of archetypes, which holds no items.
  public static let archetypesName = "archetypes.yaml"

  /// Reads the files of content directories.
  ///
  /// - Parameter layers: the later over the earlier. Each may lack its folder, and any of the files.
  public init(layers: [String]) {
    var items = Layered<Item>()
    var misconceptions = Layered<Misconception>()
    var archetypes = Layered<Archetype>()
    var problems: [Diagnostic] = []
    for layer in layers {
      let folder = layer + "/Quizzes"
      var own: [Item] = []
      do throws(TextFileError) {
        for name in try TextFile.names(inDirectory: folder) where name.hasSuffix(".yaml") {
          let path = "\(folder)/\(name)"
          do throws(TextFileError) {
            let source = try TextFile.read(path)
            switch name {
            case Self.catalogueName:
              let (sound, wrong) = MisconceptionCatalogue.readSound(source, file: path)
              misconceptions.lay(sound.all)
              problems += wrong
            case Self.archetypesName:
              let (sound, wrong) = ArchetypeCatalogue.readSound(source, file: path)
              archetypes.lay(sound.all)
              problems += wrong
            default:
              let (sound, wrong) = ItemReader.readSound(source, file: path)
              own += sound
              problems += wrong
            }
          } catch {
            problems += error.diagnostics(path).all
          }
        }
      } catch {
        if !error.isMissing { problems += error.diagnostics(folder).all }
      }
      items.lay(own)
    }
    self.items = items.all
    self.misconceptions = MisconceptionCatalogue(misconceptions.all)
    self.archetypes = ArchetypeCatalogue(archetypes.all)
    replacements = items.replacements + misconceptions.replacements + archetypes.replacements
    self.problems = problems
  }

  /// What is wrong in the catalogues of misconceptions.
  public var catalogueProblems: [Diagnostic] { problems.filter { $0.file.hasSuffix("/" + Self.catalogueName) } }

  /// The items of a chapter and an exam; of all where one is nil.
  public func items(chapter: String?, exam: Exam?) -> [Item] {
    items.filter { item in
      (chapter == nil || item.chapter == chapter) && (exam.map(item.exams.contains) ?? true)
    }
  }
}
