import Bilingual
import Simulation

extension Law {
  /// An end has closed in order, and does not have all that the other's user sent in that incarnation.
  static let dataLost = Law(
    "data-lost",
    Localized(
      zh: "一端按次序关闭了，却缺少对端用户发送的数据",
      en: "a side that closed in order misses bytes that the other's user sent"),
    .ends { ends in
      Host.allCases.contains { host in
        guard let closed = ends[host].ghost.closed else { return false }
        let sent = ends[host.peer].ghost.sent
        return closed.peer > 0 && closed.peer <= sent.count && closed.received < sent[closed.peer - 1]
      }
    })
}
