import Bilingual
import Simulation

extension NumberNotation {
  /// What it is called where it is chosen.
  var name: Localized {
    switch self {
    case .absolute: Localized(zh: "序号照首部写：seq=101", en: "numbers as in the header: seq=101")
    case .relative: Localized(zh: "序号从初始序号数起：seq=1", en: "numbers counted from the ISN: seq=1")
    case .letters: Localized(zh: "初始序号写成字母：seq=x+1", en: "letters for the ISNs: seq=x+1")
    }
  }

  /// The one that comes after it, round and round.
  var next: NumberNotation {
    let all = Self.allCases
    return all[(all.firstIndex(of: self)! + 1) % all.count]
  }
}
