import Bilingual
import Simulation

extension Network.Settings {
  /// What the hosts are called in a sentence: those that nobody has named in the learner's language, others as they are
  /// written.
  var spokenNames: Pair<Localized> { Pair(Self.spoken(names.a), Self.spoken(names.b)) }

  private static func spoken(_ name: String) -> Localized {
    switch name {
    case "client": Localized(zh: "客户端", en: "the client")
    case "server": Localized(zh: "服务器", en: "the server")
    default: Localized(zh: name, en: name)
    }
  }
}

extension String {
  /// Without the blanks that part a Chinese word from another: names are put between blanks, whatever they are.
  var withoutBlanksBetweenHan: String {
    var closed = ""
    for (place, character) in zip(indices, self) {
      if character == " ", let last = closed.last, last.isHan, let next = self[index(after: place)...].first, next.isHan
      {
        continue
      }
      closed.append(character)
    }
    return closed
  }

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

extension Character {
  /// Whether it is a Chinese letter or mark.
  fileprivate var isHan: Bool {
    guard let scalar = unicodeScalars.first?.value else { return false }
    return (0x2E80...0x9FFF).contains(scalar) || (0xFF00...0xFFEF).contains(scalar)
  }
}
