/// What a word that is not known may have been meant to be.
public enum Suggestion {
  /// The known word nearest to this one; nil where none is near. Among equals, the first.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let limit = max(1, word.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in known {
      let distance = distance(Array(word.lowercased()), Array(candidate.lowercased()))
      let isStart = word.count >= 3 && candidate.lowercased().hasPrefix(word.lowercased())
      let rank = isStart ? min(distance, limit) : distance
      if rank <= limit, best == nil || rank < best!.distance { best = (candidate, rank) }
    }
    return best?.word
  }

  /// The nearest known word, if one is near, and all of them.
  public static func hint(for word: String, among known: [String]) -> Localized {
    let all = Localized(
      zh: "可用的有：\(known.joined(separator: "、"))", en: "one of: \(known.joined(separator: ", "))")
    guard let nearest = nearest(to: word, among: known) else { return all }
    return Localized(zh: "是不是 \(nearest)？\(all.zh)", en: "did you mean \(nearest)? \(all.en)")
  }

  /// How many characters are to be put in, left out, replaced, or to change places with their neighbour.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var next = [i + 1]
      for (j, b) in right.enumerated() {
        var best = min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { best = min(best, before[j - 1] + 1) }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return row[right.count]
  }
}
