import Bilingual
import TCP

/// A word in code font that claims something of the run.
struct ProseToken {
  /// As it is written.
  var text: String
  /// In characters from the beginning of the stretch in code font.
  var offset: Int
  var claim: Claim

  enum Claim {
    case number(UInt32)
    case bits(ControlBits)
    case seq(SequenceNumber)
    case ack(SequenceNumber)
    case length(Int)
    case state(State)
    /// A number, or a field's, that no segment can bear.
    case impossible
  }

  /// How the word ought to be written.
  var canonical: String {
    switch claim {
    case .bits(let bits): bits.description
    case .state(let state): state.description
    case .number, .seq, .ack, .length, .impossible: text
    }
  }
}

/// The claims in a stretch of code font.
struct ProseClaims {
  var tokens: [ProseToken] = []
  /// Whether it is the description of one segment, `SYN,ACK seq=300 ack=101`.
  var isSegment = false
  /// How many words it has, those that claim nothing among them.
  let wordCount: Int

  /// Names of calls that are also spellings of states.
  private static let calls = ["close", "CLOSE", "listen"]
  /// What is ordinary English beside other words: `connection closing`.
  private static let ordinaryWords = ["closed", "closing", "established", "listening"]

  init(_ text: String) {
    let words = Self.words(of: text)
    wordCount = words.count
    var position = 0
    while position < words.count {
      let (length, claims) = Self.claim(words[position...], isAlone: words.count == 1)
      tokens += claims
      position += length
    }
    let parts = tokens.filter(\.isOfSegment)
    isSegment = parts.count == words.count && parts.count > 1 && !words.dropLast().contains { $0.isPunctuated }
  }

  private struct Word {
    var text: String
    var offset: Int
    /// Whether punctuation stood behind it.
    var isPunctuated = false
  }

  /// The words between spaces, without the punctuation behind them.
  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    for (offset, character) in text.enumerated() where !character.isWhitespace {
      if let last = words.last, last.offset + last.text.count == offset {
        words[words.count - 1].text.append(character)
      } else {
        words.append(Word(text: String(character), offset: offset))
      }
    }
    return words.compactMap { word in
      var word = word
      while let last = word.text.last, ",;:.，、；：。".contains(last) {
        word.text.removeLast()
        word.isPunctuated = true
      }
      return word.text.isEmpty ? nil : word
    }
  }

  /// What the next words claim, and how many of them.
  private static func claim(_ words: ArraySlice<Word>, isAlone: Bool) -> (Int, [ProseToken]) {
    for length in stride(from: min(3, words.count), through: 1, by: -1) {
      let spelling = words.prefix(length).map(\.text).joined(separator: " ")
      guard let state = State(spelling: spelling) else { continue }
      if calls.contains(spelling) || (!isAlone && ordinaryWords.contains(spelling)) { return (1, []) }
      return (length, [ProseToken(text: spelling, offset: words.first!.offset, claim: .state(state))])
    }
    return (1, claims(of: words.first!))
  }

  private static func claims(of word: Word) -> [ProseToken] {
    let text = word.text
    if text != "ack", let bits = bits(text) {
      return [ProseToken(text: text, offset: word.offset, claim: .bits(bits))]
    }
    if let claim = field(text) { return [ProseToken(text: text, offset: word.offset, claim: claim)] }
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
    guard numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return [] }
    var offset = word.offset
    return numbers.map { number in
      defer { offset += number.count + 1 }
      let claim = UInt32(number).map { ProseToken.Claim.number($0) } ?? .impossible
      return ProseToken(text: String(number), offset: offset, claim: claim)
    }
  }

  /// `SYN,ACK`, and what is meant by `SYN+ACK`, `SYN/ACK` and `syn-ack`.
  private static func bits(_ text: String) -> ControlBits? {
    let names = text.split(omittingEmptySubsequences: false) { ",+/-".contains($0) }
    guard names.allSatisfy({ name in ControlBits.written.contains { $0.name == name.uppercased() } }) else {
      return nil
    }
    return ControlBits(spelling: names.joined(separator: ","))
  }

  /// A field whose value is a number; `seq=i+1` claims nothing.
  private static func field(_ text: String) -> ProseToken.Claim? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].first?.isNumber == true else { return nil }
    switch parts[0].lowercased() {
    case "seq": return UInt32(parts[1]).map { .seq(SequenceNumber($0)) } ?? .impossible
    case "ack": return UInt32(parts[1]).map { .ack(SequenceNumber($0)) } ?? .impossible
    case "len": return UInt32(parts[1]).map { .length(Int($0)) } ?? .impossible
    default: return nil
    }
  }
}

extension ProseToken {
  fileprivate var isOfSegment: Bool {
    switch claim {
    case .bits, .seq, .ack, .length: true
    case .number, .state, .impossible: false
    }
  }
}
