import Bilingual
import Manuscript

/// Proves that a chapter is in the language of its folder: that no Chinese stands in an English one but in titles 《》 and
/// quotations, and that every beat of a Chinese one has some.
struct LanguageCheck {
  let language: Language

  func check(_ beat: Beat, _ log: inout DiagnosticLog) {
    switch language {
    case .zh: checkChinese(beat, &log)
    case .en: checkEnglish(beat, &log)
    }
  }

  private func checkChinese(_ beat: Beat, _ log: inout DiagnosticLog) {
    let text = (beat.heading ?? []).plainText + beat.prose.plainText
    guard text.contains(where: \.isLetter), !text.contains(where: \.isHan) else { return }
    log.report(
      at: log.source.location(ofLine: beat.line),
      Localized(zh: "这一节一个汉字也没有", en: "there is no Chinese in this beat"),
      Localized(
        zh: "Lessons/zh 里的章写中文，英文的放在 Lessons/en",
        en: "chapters in Lessons/zh are in Chinese, those in Lessons/en in English"))
  }

  private func checkEnglish(_ beat: Beat, _ log: inout DiagnosticLog) {
    var found: [(String, Inline)] = []
    for sentence in [beat.heading ?? []].map({ Sentence(inlines: $0) }) + Sentence.all(in: beat.prose + beat.notes) {
      found += Self.unquoted(in: sentence).prefix(1)
    }
    for (word, inline) in found {
      log.report(
        at: log.source.place(of: word, from: inline, inCode: false),
        Localized(zh: "英文的章里有中文“\(word)”", en: "there is Chinese in an English chapter: “\(word)”"),
        Localized(
          zh: "译成英文；书名用《》，引文用引号括起；不在 Lessons/zh 里的中文章用 --lang zh",
          en: "put it into English; titles stand in 《》, quotations in quotation marks; a Chinese chapter outside of "
            + "Lessons/zh needs --lang zh"))
    }
  }

  /// The runs of Chinese characters outside of code, 《》 and quotation marks.
  private static func unquoted(in sentence: Sentence) -> [(String, Inline)] {
    var found: [(String, Inline)] = []
    var closing: Character?
    for part in sentence.parts where !part.isCode {
      var word = ""
      for character in part.text {
        if closing == nil, character.isHan {
          word.append(character)
          continue
        }
        if !word.isEmpty { found.append((word, part.inline)) }
        word = ""
        closing = character == closing ? nil : closing ?? marks[character]
      }
      if !word.isEmpty { found.append((word, part.inline)) }
    }
    return found
  }

  /// What ends what another mark begins.
  private static let marks: [Character: Character] = ["《": "》", "“": "”", "\"": "\"", "「": "」"]
}

extension Character {
  fileprivate var isHan: Bool { unicodeScalars.contains { $0.properties.isIdeographic } }
}
