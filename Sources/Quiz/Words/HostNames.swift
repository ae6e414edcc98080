import Bilingual
import Figures
import Simulation

extension Network.Settings {
  /// What the hosts are called in a sentence: those that nobody has named in the learner's language, others as they are
  /// written.
  var spokenNames: Pair<Localized> {
    func spoken(_ shown: Localized, _ name: String) -> Localized {
      Localized(zh: shown.zh, en: shown.zh == name ? name : "the \(name)")
    }
    return Pair(spoken(displayNames.a, names.a), spoken(displayNames.b, names.b))
  }
}

extension String {
  /// Without the article before a host's name, where words are few.
  var withoutArticle: String { hasPrefix("the ") ? String(dropFirst(4)) : self }

  /// With a capital where a sentence begins with an article.
  var withSentencesBegun: String {
    let text = hasPrefix("the ") ? "The " + dropFirst(4) : self
    return [". ", "? ", "! "].reduce(text) { $0.replacing($1 + "the ", with: $1 + "The ") }
  }
}

extension Localized {
  /// With what putting names in has left to be done.
  var asSentence: Localized { Localized(zh: zh.withoutBlanksBetweenHan, en: en.withSentencesBegun) }
}
