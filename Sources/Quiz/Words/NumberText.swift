import Simulation
import TCP

extension Number {
  /// It in a text: a sequence number in the notation in use, a count in digits, `−` for a minus.
  func text(_ numbering: Numbering) -> String {
    if let space, let value = sequenceNumber { return numbering.text(SequenceNumber(value), of: space) }
    let (whole, rest) = billionths.magnitude.quotientAndRemainder(dividingBy: Self.one.magnitude)
    var digits = String(rest)
    digits = String(repeating: "0", count: 9 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return (billionths < 0 ? "−" : "") + String(whole) + (digits.isEmpty ? "" : "." + digits)
  }
}

extension Segment {
  /// Its numbers under a word: `key.seq`, `key.ack`, `key.len`, `key.end`; without ACK there is no `ack`.
  func numbers(_ word: String, from host: Host) -> [String: Number] {
    var numbers = [
      "\(word).seq": Number(seq.value, in: host), "\(word).len": Number(text),
      "\(word).end": Number(end.value, in: host),
    ]
    if has(.ack) { numbers["\(word).ack"] = Number(ack.value, in: host.peer) }
    return numbers
  }
}

extension Answer {
  /// Its numbers under a word, as far as it has any.
  ///
  /// - Parameter host: whose segment or fields they are.
  func numbers(_ word: String, from host: Host) -> [String: Number] {
    switch self {
    case .segment(let segment): segment.numbers(word, from: host)
    case .fields(let values):
      values.reduce(into: [:]) { numbers, value in
        switch value.field {
        case .seq: numbers["\(word).seq"] = Number(value.value, in: host)
        case .ack: numbers["\(word).ack"] = Number(value.value, in: host.peer)
        case .length: numbers["\(word).len"] = Number(Int(value.value))
        case .flags: break
        }
      }
    case .quantity(let quantity): ["\(word).count": Number(billionths: Int128(quantity.billionths))]
    case .state, .path, .pair, .bits, .nothing, .hosts, .timer, .signals, .rule, .step, .option, .several, .order: [:]
    }
  }
}

extension Solution {
  /// What placeholders can name here: the variables, and the numbers of the key and of what had arrived last.
  ///
  /// - Parameter variables: the item's.
  func known(_ variables: [String: Number]) -> Known {
    var numbers = variables
    numbers.merge(key.numbers("key", from: host)) { first, _ in first }
    if let segment { numbers.merge(segment.numbers("key", from: host)) { first, _ in first } }
    if let trigger { numbers.merge(trigger.numbers("trigger", from: host.peer)) { first, _ in first } }
    return Known(host: names[host], peer: names[host.peer], numbers: numbers)
  }
}
