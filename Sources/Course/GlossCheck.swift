import Bilingual
import Manuscript

/// Proves that a short name, such as ISN or `SYN-SENT`, stands beside the term in words where a chapter first uses it.
///
/// Only names in capitals are looked at: whether a sentence explains a term that is in words already is not to be told.
struct GlossCheck {
  private let words: [(entry: Glossary.Entry, names: [String], term: String)]

  init(_ glossary: Glossary, _ language: Language) {
    words = glossary.all.compactMap { entry in
      let names = entry.shortNames
      let term = entry.term[language]
      return names.isEmpty || names.contains(term) ? nil : (entry, names, term)
    }
  }

  func check(_ chapter: Chapter, _ log: inout DiagnosticLog) {
    let sentences = chapter.beats.flatMap { Sentence.all(in: $0.prose) }
    for word in words {
      for sentence in sentences {
        guard let (name, part) = sentence.first(of: word.names) else { continue }
        if !sentence.text.contains(word.term.lowercased()) { report(name, word.term, in: part, &log) }
        break
      }
    }
  }

  private func report(_ name: String, _ term: String, in part: Sentence.Part, _ log: inout DiagnosticLog) {
    log.report(
      at: log.source.place(of: name, from: part.inline, inCode: part.isCode),
      Localized(
        zh: "\(name) 在这一章第一次出现，这句话里却没有写出“\(term)”",
        en: "\(name) is used for the first time in this chapter, and its sentence does not say “\(term)”"),
      Localized(
        zh: part.isCode ? "写作 `\(name)`（\(term)）" : "写作 \(term)（\(name)）", en: "write \(term) (\(name))"))
  }
}

extension Glossary.Entry {
  /// The names in capitals by which it goes: the English term where that is one, else all its spellings that are.
  fileprivate var shortNames: [String] { term.en.isShortName ? [term.en] : spellings.filter(\.isShortName) }
}

extension String {
  /// `ISN`, `FIN-WAIT-1`, `3WHS`: capitals, with digits and hyphens, at least two letters.
  fileprivate var isShortName: Bool {
    allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "-") } && count(where: \.isUppercase) > 1
  }
}

extension Sentence {
  /// The first of these names that stands in it as a word, citations left out, and the part in which it stands.
  fileprivate func first(of names: [String]) -> (String, Part)? {
    for part in parts where !part.isCited {
      if let name = names.first(where: { part.text.hasWord($0) }) { return (name, part) }
    }
    return nil
  }
}

extension String {
  /// Whether a name of ASCII letters, digits and hyphens stands in it between other characters.
  fileprivate func hasWord(_ name: String) -> Bool {
    ranges(of: name).contains { range in
      let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
      let behind = range.upperBound < endIndex ? self[range.upperBound] : " "
      return ![before, behind].contains { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
  }
}
