import Bilingual
import Scenario
import Simulation
import TCP

/// Tells a scenario in words, a line for each thing that is known or done; what is asked is not given away.
struct Situation: Sendable {
  private let settings: Network.Settings
  private let statements: [Statement]
  private let then: [Statement]
  private var names: Pair<Localized> { settings.spokenNames }

  /// - Parameters:
  ///   - then: what is played behind the question.
  ///   - isShown: whether an exhibit tells what came before.
  init(_ script: Script, then: [Statement] = [], isShown: Bool = false) {
    settings = script.settings
    statements = isShown ? [] : script.statements
    self.then = then
    tellsNumbers = !isShown
  }

  private let tellsNumbers: Bool

  /// A line each.
  ///
  /// - Parameter numbering: how sequence numbers are written, as they are when the answer shows.
  func lines(_ numbering: Numbering) -> [Localized] {
    var lines = tellsNumbers ? [numbers(numbering)] : []
    lines += statements.compactMap { tell($0.action, numbering)?.asSentence }
    let next = then.compactMap { tell($0.action, numbering)?.asSentence }
    guard !next.isEmpty else { return lines }
    return lines + [
      Localized(
        zh: "然后：\(next.map(\.zh).joined(separator: "；"))",
        en: "Then: \(next.map { Self.lowercasingThe($0.en) }.joined(separator: "; "))")
    ]
  }

  /// A sentence that goes on behind others: its article or pronoun begins small, a host's name stays as it is.
  private static func lowercasingThe(_ sentence: String) -> String {
    guard ["The ", "They ", "An ", "Time ", "Segment "].contains(where: sentence.hasPrefix) else { return sentence }
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }

  /// Where both ends' numbers begin.
  private func numbers(_ numbering: Numbering) -> Localized {
    let initials: [String]
    switch numbering.notation {
    case .absolute: initials = Host.allCases.map { settings.endpoints[$0].initialSequenceNumbers[0].description }
    case .letters: initials = Host.allCases.map { numbering.letters[$0] }
    case .relative:
      return Localized(
        zh: "双方的序号都从各自的初始序号数起，初始序号记作 0",
        en: "Each end's sequence numbers are counted from its initial sequence number, which is 0")
    }
    return Localized(
      zh: "初始序号：" + zip(Host.allCases, initials).map { "\(names[$0].zh) \($1)" }.joined(separator: "，"),
      en: "Initial sequence numbers: "
        + zip(Host.allCases, initials).map { "\(names[$0].en) \($1)" }.joined(separator: ", "))
  }

  private func tell(_ action: Action, _ numbering: Numbering) -> Localized? {
    switch action {
    case .call(let host, let call): return tell(call, of: names[host])
    case .crash(let host):
      return Localized(
        zh: "\(names[host].zh) 崩溃后重启，连接全部丢失", en: "\(names[host].en) crashes and reboots, losing all its connections")
    case .step(1): return Localized(zh: "下一个报文段到达", en: "The next segment arrives")
    case .step(let count):
      return Localized(zh: "接下来的 \(count) 个报文段依次到达", en: "The next \(count) segments arrive, one after the other")
    case .settle: return Localized(zh: "此后一直运行到网络中再没有报文段", en: "The exchange goes on until no segment is in flight")
    case .wait(let interval): return Localized(zh: "过了 \(interval.seconds) 秒", en: "\(interval.seconds) s go by")
    case .waitUntil(let host, let state):
      return Localized(zh: "等到 \(names[host].zh) 进入 \(state)", en: "Time passes until \(names[host].en) is in \(state)")
    case .plan(let fault): return tell(fault)
    case .lose(let number): return Localized(zh: "第 \(number) 个报文段丢失", en: "Segment \(number) is lost")
    case .duplicate(let number): return Localized(zh: "第 \(number) 个报文段被复制成两份", en: "Segment \(number) is duplicated")
    case .hold(let number):
      return Localized(zh: "第 \(number) 个报文段滞留在网络中", en: "Segment \(number) is held up in the network")
    case .delay(let number, let interval):
      return Localized(
        zh: "第 \(number) 个报文段多耽搁 \(interval.seconds) 秒", en: "Segment \(number) takes \(interval.seconds) s longer")
    case .deliver(let number): return Localized(zh: "第 \(number) 个报文段到达", en: "Segment \(number) arrives")
    case .release(nil): return Localized(zh: "滞留的报文段重新上路", en: "The held segments are on their way again")
    case .release(let number?):
      return Localized(zh: "滞留的第 \(number) 个报文段重新上路", en: "Segment \(number), which was held up, is on its way again")
    case .overtake: return Localized(zh: "后发的报文段赶到了先发的前面", en: "The later segment overtakes the earlier one")
    case .inject(let host, let segment):
      let segment = numbering.text(segment, from: host.peer)
      return Localized(
        zh: "一个旧的报文段到达 \(names[host].zh)：\(segment)", en: "An old segment arrives at \(names[host].en): \(segment)")
    case .expect: return nil
    }
  }

  private func tell(_ call: Call, of name: Localized) -> Localized? {
    switch call {
    case .openPassive: Localized(zh: "\(name.zh) 被动打开，调用 listen()", en: "\(name.en) opens passively, by listen()")
    case .openActive: Localized(zh: "\(name.zh) 主动打开，调用 connect()", en: "\(name.en) opens actively, by connect()")
    case .send(let octets, _):
      Localized(zh: "\(name.zh) 发送 \(octets) 字节数据", en: "\(name.en) sends \(octets) bytes of data")
    case .receive: Localized(zh: "\(name.zh) 调用 receive()", en: "\(name.en) calls receive()")
    case .close: Localized(zh: "\(name.zh) 调用 close()", en: "\(name.en) calls close()")
    case .abort: Localized(zh: "\(name.zh) 调用 abort()", en: "\(name.en) calls abort()")
    case .status: nil
    }
  }

  private func tell(_ fault: Fault) -> Localized {
    let which = names[fault.host]
    let zhWhat = fault.count == 1 ? "下一个 \(fault.control)" : "接下来 \(fault.count) 个 \(fault.control)"
    let enWhat = fault.count == 1 ? "next \(fault.control)" : "next \(fault.count) \(fault.control)"
    switch fault.kind {
    case .lose:
      return Localized(zh: "网络将丢失 \(which.zh) 发出的\(zhWhat)", en: "The network will lose \(which.en)'s \(enWhat)")
    case .duplicate:
      return Localized(zh: "网络将复制 \(which.zh) 发出的\(zhWhat)", en: "The network will duplicate \(which.en)'s \(enWhat)")
    case .hold:
      return Localized(zh: "网络将使 \(which.zh) 发出的\(zhWhat)滞留", en: "The network will hold up \(which.en)'s \(enWhat)")
    case .delay(let interval):
      return Localized(
        zh: "网络将使 \(which.zh) 发出的\(zhWhat)多耽搁 \(interval.seconds) 秒",
        en: "The network will delay \(which.en)'s \(enWhat) by \(interval.seconds) s")
    }
  }
}
