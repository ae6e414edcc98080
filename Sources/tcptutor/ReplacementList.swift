import Bilingual
import Manuscript

/// What of one layer of content stands in the place of another's: a line for each two files, with the ids.
struct ReplacementList {
  let all: [Replacement]

  /// In the order of their first ids.
  var lines: [Localized] {
    var groups: [(file: String, replaced: String, ids: [String])] = []
    for replacement in all {
      if let place = groups.firstIndex(where: { ($0.file, $0.replaced) == (replacement.file, replacement.replaced) }) {
        groups[place].ids.append(replacement.id)
      } else {
        groups.append((replacement.file, replacement.replaced, [replacement.id]))
      }
    }
    return groups.map { file, replaced, ids in
      Localized(
        zh: "“\(file)”取代“\(replaced)”：\(ids.joined(separator: "、"))",
        en: "“\(file)” replaces “\(replaced)”: \(ids.joined(separator: ", "))")
    }
  }
}
