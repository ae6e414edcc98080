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

  /// - Parameter numbering: how numbers are written; which there are is the run's matter.
  public init(_ transcript: Transcript, _ numbering: Numbering) {
    guard numbering.notation != .absolute else { return }
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
    guard segment.has(.ack) else { return }
    acknowledgments[segment.ack.description, default: []].insert(numbering.text(segment.ack, of: host.peer))
  }

  /// What stands in code font, with its numbers in the notation in use.
  public func text(_ code: String) -> String {
    guard !sequences.isEmpty else { return code }
    return code.split(separator: " ", omittingEmptySubsequences: false).map { word in
      if word.hasPrefix("seq=") { return "seq=" + only(sequences, word.dropFirst(4)) }
      if word.hasPrefix("ack=") { return "ack=" + only(acknowledgments, word.dropFirst(4)) }
      return only(sequences.merging(acknowledgments) { $0.union($1) }, word)
    }.joined(separator: " ")
  }

  private func only(_ texts: [String: Set<String>], _ number: Substring) -> String {
    guard let found = texts[String(number)], found.count == 1, let text = found.first else { return String(number) }
    return text
  }
}
