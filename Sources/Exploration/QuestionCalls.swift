import Bilingual
import Scenario
import Simulation
import TCP

/// The lines that say what a user may do.
extension QuestionReader {
  /// `connect, send 10, close`.
  mutating func readCalls(of host: Host, _ reader: inout LineReader) throws(LineError) {
    guard calls[host] == nil else { throw Self.twice(reader.line.tokens[0]) }
    var made: [Call] = []
    var words: [Token] = []
    while let token = reader.current {
      reader.advance()
      for word in token.parts {
        guard word.text == "," else {
          words.append(word)
          continue
        }
        guard let call = try call(words) else { throw LineError(word, Self.missingCall, Self.known) }
        made.append(call)
        words = []
      }
    }
    guard let last = try call(words) else {
      throw LineError(endOf: reader.line, Self.missingCall, Self.known)
    }
    made.append(last)
    guard made.count <= Question.callLimit else {
      throw LineError(
        reader.line.tokens[2],
        Localized(zh: "每个用户最多 \(Question.callLimit) 次调用", en: "a user makes at most \(Question.callLimit) calls"),
        Localized(zh: "删去几次", en: "remove some"))
    }
    calls[host] = made
  }

  private static let keywords = ["connect", "listen", "send", "close", "abort"]
  /// What a SEND without a number sends, **octets**.
  private static let usualText = 5

  private static let missingCall = Localized(zh: "这里缺少一个调用", en: "a call is missing here")
  private static let known = LineReader.oneOf(keywords)

  /// - Returns: the call; nil where there are no words.
  private func call(_ words: [Token]) throws(LineError) -> Call? {
    guard let verb = words.first else { return nil }
    guard let call = Call.kinds.first(where: { $0.keyword == verb.lowercased }), Self.keywords.contains(call.keyword)
    else {
      throw LineError(
        verb, Localized(zh: "搜索中没有“\(verb.text)”这个调用", en: "a search has no call “\(verb.text)”"),
        Self.known)
    }
    let isSend = call == .send(octets: 1)
    guard words.count <= (isSend ? 2 : 1) else {
      throw LineError(
        words[isSend ? 2 : 1], Localized(zh: "调用之间要用逗号", en: "calls are separated by commas"),
        Localized(zh: "如 connect, send 10, close", en: "as in connect, send 10, close"))
    }
    guard isSend else { return call }
    let mostText = parser.settings.endpoints.a.maximumSegmentSize
    guard words.count == 2 else { return .send(octets: min(Self.usualText, mostText)) }
    return .send(
      octets: try LineReader.number(
        words[1].text, words[1], in: 1...mostText,
        Localized(zh: "一个报文段装得下的字节数", en: "a number of bytes that fits into one segment")))
  }
}

extension Token {
  /// The word cut at its commas, which are words of their own.
  fileprivate var parts: [Token] {
    var parts: [Token] = []
    for (place, character) in text.enumerated() {
      let continues = character != "," && parts.last.map { $0.text != "," } ?? false
      if continues {
        parts[parts.count - 1].text.append(character)
      } else {
        var part = self
        part.text = String(character)
        part.column = column + place
        parts.append(part)
      }
    }
    return parts
  }
}
