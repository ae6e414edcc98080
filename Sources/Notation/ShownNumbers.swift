import Figures
import Screen
import Simulation
import TCP

/// The sequence numbers that a run has shown, for prose that sets them in code font: `seq=101`, `ack=301`, `101`.
///
/// Prose is written with the numbers of the header; where the reader wants another notation they are put into that, unless
/// one number stands for several.
public struct ShownNumbers: Sendable {
  /// What is written for a number that stands in SEQ or in ACK.
  private var sequences: [String: Set<String>] = [:]
  private var acknowledgments: [String: Set<String>] = [:]
  /// Who counts a number that stands in SEQ or in ACK.
  private var senders: [String: Set<Host>] = [:]
  private var acknowledged: [String: Set<Host>] = [:]

  /// - Parameter numbering: how numbers are written; which there are is the run's matter.
  public init(_ transcript: Transcript, _ numbering: Numbering) {
    var numbering = numbering.over(SequenceSpaces())
    for occurrence in transcript {
      numbering.spaces.take(in: occurrence)
      switch occurrence.kind {
      case .send(let segment, _, _): take(segment, from: occurrence.host, numbering)
      case .injected(let segment): take(segment, from: occurrence.host.peer, numbering)
      case .call, .arrive, .state, .lost, .duplicated, .held, .released, .timeout, .signal, .deliver, .crash, .expect:
        break
      }
    }
  }

  private mutating func take(_ segment: Segment, from host: Host, _ numbering: Numbering) {
    sequences[segment.seq.description, default: []].insert(numbering.text(segment.seq, of: host))
    senders[segment.seq.description, default: []].insert(host)
    guard segment.has(.ack) else { return }
    acknowledged[segment.ack.description, default: []].insert(host.peer)
    acknowledgments[segment.ack.description, default: []].insert(numbering.text(segment.ack, of: host.peer))
  }

  /// What stands in code font, with its numbers in the notation in use.
  public func text(_ code: String) -> String {
    spans(code).map(\.text).joined()
  }

  /// The same in pieces: a number has the colour of the end that counts it, unless both might.
  public func spans(_ code: String) -> [Span] {
    code.split(separator: " ", omittingEmptySubsequences: false).enumerated().flatMap { place, word -> [Span] in
      let blank = place == 0 ? [] : [Span(" ", .code)]
      if word.hasPrefix("seq=") { return blank + spans("seq=", word.dropFirst(4), sequences, senders) }
      if word.hasPrefix("ack=") { return blank + spans("ack=", word.dropFirst(4), acknowledgments, acknowledged) }
      return blank
        + spans(
          "", word, sequences.merging(acknowledgments) { $0.union($1) },
          senders.merging(acknowledged) { $0.union($1) })
    }
  }

  private func spans(
    _ name: String, _ number: Substring, _ texts: [String: Set<String>], _ hosts: [String: Set<Host>]
  ) -> [Span] {
    let text = only(texts, number)
    guard let hosts = hosts[String(number)], hosts.count == 1, let host = hosts.first else {
      return [Span(name + text, .code)]
    }
    return (name.isEmpty ? [] : [Span(name, .field)]) + [Span(text, .number(of: host))]
  }

  private func only(_ texts: [String: Set<String>], _ number: Substring) -> String {
    guard let found = texts[String(number)], found.count == 1, let text = found.first else { return String(number) }
    return text
  }
}
