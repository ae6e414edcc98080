import Screen
import Simulation

/// Gives what is written of a segment its styles: `SYN,ACK seq=300 ack=101 again`.
///
/// Control bits stand out, the names of numbers stand back, and a number has the colour of the end that counts it: SEQ
/// the sender's, ACK the other's.
///
/// - Parameters:
///   - line: the whole text or a line of it.
///   - sender: whose segment it is.
///   - mark: the style of other words.
/// - Returns: the same text, blanks included.
public func segmentSpans(
  _ line: some StringProtocol, from sender: Host, mark: Style = .plain
) -> [Span] {
  line.split(separator: " ", omittingEmptySubsequences: false).enumerated().flatMap { place, word -> [Span] in
    let blank = place == 0 ? [] : [Span(" ")]
    if word.isEmpty { return blank }
    if word.hasPrefix("#") { return blank + [Span(String(word), .dim)] }
    if word.hasPrefix("seq=") { return blank + numberSpans(word, of: sender) }
    if word.hasPrefix("ack=") { return blank + numberSpans(word, of: sender.peer) }
    if word.hasPrefix("len=") { return blank + [Span("len=", .field), Span(String(word.dropFirst(4)))] }
    let isBits = word.allSatisfy { $0 == "," || $0.isASCII && $0.isUppercase }
    return blank + [Span(String(word), isBits ? Style(.strong) : mark)]
  }
}

/// `seq=101`: the name stands back, the number has the colour of the end that counts it.
public func numberSpans(_ word: some StringProtocol, of host: Host) -> [Span] {
  let name = word.prefix { $0 != "=" }
  guard name.count < word.count else { return [Span(String(word), .number(of: host))] }
  return [Span(name + "=", .field), Span(String(word.dropFirst(name.count + 1)), .number(of: host))]
}

extension Style {
  /// A number in the sequence space of a host.
  public static func number(of host: Host) -> Style { Style(host.role, adding: .bold) }
}
