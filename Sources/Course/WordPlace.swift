import Bilingual
import Manuscript

extension SourceText {
  /// Where a word of a part of the prose stands, in code font or not: in the part's line or one below it.
  func place(of word: String, from inline: Inline, inCode: Bool) -> SourceLocation {
    for number in inline.line..<(inline.line + 40) {
      let text = line(number)
      for range in text.ranges(of: word) {
        let column = text[..<range.lowerBound].count + 1
        let isInCode = text[..<range.lowerBound].count(where: { $0 == "`" }) % 2 == 1
        if isInCode == inCode, number > inline.line || column >= inline.column ?? 1 {
          return SourceLocation(line: number, column: column, length: word.count)
        }
      }
    }
    return location(ofLine: inline.line)
  }
}
