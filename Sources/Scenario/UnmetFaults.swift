import Bilingual
import Simulation

extension Run {
  /// The lines whose faults were for segments that nobody has sent, or for more of them than were sent.
  ///
  /// - Parameter statements: all that were played.
  /// - Returns: what is wrong, in the order of the lines; empty where the run stopped before its end.
  public func unmetFaults(of statements: [Statement]) -> [Diagnostic] {
    guard stop == nil else { return [] }
    var left = network.plans
    // Of two lines alike the upper one's fault is met first.
    return statements.reversed().compactMap { statement -> Diagnostic? in
      guard case .plan(let fault) = statement.action, let place = left.lastIndex(where: { $0.isLike(fault) }) else {
        return nil
      }
      return diagnostic(unmet(left.remove(at: place), of: fault), statement)
    }.reversed()
  }

  private func unmet(_ left: Fault, of fault: Fault) -> Problem {
    let name = network.settings.names[fault.host]
    let met = fault.count - left.count
    let message =
      met == 0
      ? Localized(zh: "这一行没有遇到它要的报文段", en: "this line has met no segment")
      : Localized(
        zh: "这一行只遇到 \(met) 个报文段，而不是 \(fault.count) 个", en: "this line has met \(met) of \(fault.count) segments")
    let sent = bitsSent(by: fault.host)
    guard !sent.isEmpty else {
      return Problem(message: message, hint: Localized(zh: "\(name) 什么也没有发送", en: "\(name) has sent nothing"))
    }
    return Problem(
      message: message,
      hint: Localized(
        zh: "\(name) 发送过 \(sent.joined(separator: "、"))；故障只作用于写在它下面的行所发出的报文段",
        en: "\(name) has sent \(sent.joined(separator: " and ")); a fault is for what is sent below its line"))
  }

  /// Each combination of control bits that a host has sent, once.
  private func bitsSent(by host: Host) -> [String] {
    var bits: [String] = []
    for case .send(let segment, _, _) in transcript.filter({ $0.host == host }).map(\.kind)
    where !bits.contains(segment.control.description) {
      bits.append(segment.control.description)
    }
    return bits
  }
}

extension Fault {
  /// Whether both are for the same segments, to however many it is to happen.
  fileprivate func isLike(_ other: Fault) -> Bool {
    kind == other.kind && host == other.host && control == other.control
  }
}
