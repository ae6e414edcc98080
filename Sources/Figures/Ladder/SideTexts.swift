import Bilingual
import Screen
import Simulation
import TCP

/// What stands at a host's side, in as many lines as it takes.
struct SideTexts {
  /// The most that a line may take.
  let columns: Int
  let options: LadderOptions

  /// `send(5)`, with STATUS's answer or why the call was refused.
  func call(_ call: Call, _ outcome: Outcome, _ state: State) -> [String] {
    let name = call.displayName
    guard case .rejected(let error) = outcome else {
      return call == .status ? [name, "= \(state)"] : [name]
    }
    let reason = error.rawValue.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? error.rawValue
    return [name] + wrap("\(options.glyphs.cross) \(reason)", columns: columns, glyphs: options.glyphs)
  }

  /// A state, unless it is asked for.
  func state(_ state: State, of host: Host) -> String {
    options.blanks.states.contains(host) ? Blanks.mark : state.description
  }

  /// What a timeout is called.
  func timeout(_ timer: Timer) -> String {
    let name =
      switch timer {
      case .retransmission: Localized(zh: "超时", en: "timeout")
      case .timeWait: Localized(zh: "2MSL", en: "2MSL")
      case .user: Localized(zh: "用户超时", en: "user timeout")
      case .delayedAck: Localized(zh: "延迟确认", en: "delayed ACK")
      }
    return name[options.language]
  }

  /// `"connection reset"`, under the call that came back with it.
  ///
  /// - Parameter isLast: whether the signal itself is to be written, which is done once for one event.
  func signal(_ signal: Signal, _ call: OutstandingCall?, isLast: Bool) -> [String] {
    let head = call.map { ["\($0.rawValue)() \(options.glyphs.cross)"] } ?? []
    return isLast ? head + wrap("\"\(signal)\"", columns: columns, glyphs: options.glyphs) : head
  }

  func delivery(_ octets: Int) -> String { "DELIVER \(octets)" }

  /// What was done about an arrival that brought its receiver no further.
  func note(_ reception: Reception) -> [String] {
    wrap(reception.words[options.language], columns: columns, glyphs: options.glyphs)
  }
}
