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
  /// What placeholders can name here: the variables, the numbers of the key and of what had arrived last, and the
  /// host's own initial sequence number where it has one.
  ///
  /// - Parameters:
  ///   - variables: the item's.
  ///   - given: the answer that is spoken of; nil for none.
  func known(_ variables: [String: Number], given: Answer? = nil) -> Known {
    let about = given.map(about) ?? self
    let host = about.host
    var numbers = variables
    func add(_ more: [String: Number]) { numbers.merge(more) { first, _ in first } }
    add(key.numbers("key", from: host))
    if let segment { add(segment.numbers("key", from: host)) }
    if let trigger = about.trigger { add(trigger.numbers("trigger", from: host.peer)) }
    let record = about.record
    if record.state != .closed, record.state != .listen { add(["host.iss": Number(record.send.iss.value, in: host)]) }
    if let given {
      add(segment(givenBy: given)?.numbers("given", from: host) ?? given.numbers("given", from: host))
    }
    return Known(host: names[host], peer: names[host.peer], numbers: numbers)
  }
}
