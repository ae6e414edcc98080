import Bilingual
import Figures
import Screen
import Simulation
import TCP

/// A run in sentences, one for each thing that happens: what a ladder shows to those who see it.
public struct Sentences: Sendable {
  private let names: Pair<String>
  private let language: Language
  private let glyphs: Glyphs
  private let numbering: Numbering

  /// - Parameter numbering: how sequence numbers are written; which there are is the run's matter.
  public init(
    names: Pair<String>, language: Language, glyphs: Glyphs = .unicode, numbering: Numbering = Numbering()
  ) {
    self.names = names
    self.language = language
    self.glyphs = glyphs
    self.numbering = numbering
  }

  /// What stands between a state and the next.
  private var arrow: String { glyphs.set == .ascii ? "->" : "→" }

  /// The sentences of a run from a place on, each behind the seconds since the run began.
  public func lines(of transcript: Transcript, from start: Int = 0) -> [String] {
    var numbering = numbering.over(SequenceSpaces(of: transcript[..<start]))
    return transcript[start...].indices.compactMap { index in
      let occurrence = transcript[index]
      numbering.spaces.take(in: occurrence)
      let reception = Reception(transcript[index...].prefix { $0.event == occurrence.event })
      return text(occurrence, reception, numbering).map {
        "\(occurrence.time.seconds) s  \($0[language].withoutBlanksBetweenHan)"
      }
    }
  }

  /// Nil for what is no event of its own.
  private func text(_ occurrence: Occurrence, _ reception: Reception?, _ numbering: Numbering) -> Localized? {
    let host = names[occurrence.host]
    switch occurrence.kind {
    case .call(let call, let outcome): return told(call, outcome, by: host)
    case .send(let segment, let number, let isRetransmission):
      let segment = numbering.text(segment, from: occurrence.host)
      return isRetransmission
        ? Localized(zh: "\(host) 重传 #\(number)：\(segment)", en: "\(host) sends again, as #\(number): \(segment)")
        : Localized(zh: "\(host) 发送 #\(number)：\(segment)", en: "\(host) sends #\(number): \(segment)")
    case .arrive(let segment, let number, _):
      let what = number.map { "#\($0)" } ?? numbering.text(segment, from: occurrence.host.peer)
      let arrival = Localized(zh: "\(what) 到达 \(host)", en: "\(what) arrives at \(host)")
      guard let words = reception?.words else { return arrival }
      return Localized(zh: "\(arrival.zh)，\(words.zh)", en: "\(arrival.en); \(words.en)")
    case .state(let from, let to):
      return Localized(zh: "\(host)：\(from) \(arrow) \(to)", en: "\(host): \(from) \(arrow) \(to)")
    case .lost(_, let number): return Localized(zh: "#\(number) 在途中丢失", en: "#\(number) is lost on the way")
    case .duplicated(_, let number):
      return Localized(zh: "#\(number) 在途中被复制", en: "#\(number) is duplicated on the way")
    case .held(_, let number): return Localized(zh: "#\(number) 滞留在途中", en: "#\(number) is held up on the way")
    case .released(_, let number): return Localized(zh: "#\(number) 重新上路", en: "#\(number) goes on its way again")
    case .injected(let segment):
      let segment = numbering.text(segment, from: occurrence.host.peer)
      return Localized(zh: "网络中出现一个发往 \(host) 的旧报文段：\(segment)", en: "An old segment for \(host) turns up: \(segment)")
    case .timeout(let timer): return told(timer, at: host)
    case .signal(let signal, nil):
      return Localized(zh: "\(host) 的用户得到通知：\(signal)", en: "\(host)'s user is told: \(signal)")
    case .signal(let signal, let call?):
      let call = "\(call.rawValue)()"
      return Localized(zh: "\(host) 等待中的 \(call) 返回：\(signal)", en: "\(host)'s waiting \(call) returns: \(signal)")
    case .deliver(let octets):
      return Localized(zh: "\(host) 的用户收到 \(octets) 字节", en: "\(host)'s user gets \(octets) bytes")
    case .crash: return Localized(zh: "\(host) 崩溃重启", en: "\(host) crashes and restarts")
    case .expect: return nil
    }
  }

  private func told(_ call: Call, _ outcome: Outcome, by host: String) -> Localized {
    guard case .rejected(let error) = outcome else {
      return Localized(zh: "\(host) 调用 \(call.displayName)", en: "\(host) calls \(call.displayName)")
    }
    return Localized(
      zh: "\(host) 调用 \(call.displayName)，被拒绝：\(error)", en: "\(host) calls \(call.displayName), refused: \(error)")
  }

  private func told(_ timer: Timer, at host: String) -> Localized {
    switch timer {
    case .retransmission: Localized(zh: "\(host) 的重传计时器到期", en: "\(host)'s retransmission timer fires")
    case .timeWait: Localized(zh: "\(host) 的 2MSL 计时器到期", en: "\(host)'s 2MSL timer fires")
    case .user: Localized(zh: "\(host) 的用户超时到期", en: "\(host)'s user timeout is over")
    case .delayedAck: Localized(zh: "\(host) 的延迟确认计时器到期", en: "\(host)'s delayed-ACK timer fires")
    }
  }
}
