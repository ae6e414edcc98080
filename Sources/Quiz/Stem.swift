import Bilingual
import Simulation
import TCP

extension Evidence {
  /// The stem that every kind has, where an item brings none of its own.
  var generatedStem: Localized {
    let names = before.network.settings.names
    switch ask {
    case .state(let host, nil):
      return Localized(
        zh: "此时 \(names[host]) 处于什么状态？", en: "What state is \(names[host]) in now?")
    case .state(let host, let arrivals?):
      return Localized(
        zh: "第 \(arrivals) 个报文段到达之后，\(names[host]) 处于什么状态？",
        en: "What state is \(names[host]) in once segment \(arrivals) has arrived?")
    case .field(let number, let fields):
      let zh = fields.map(\.chinese).joined(separator: "和")
      let en = fields.map(\.english).joined(separator: " and ")
      return Localized(
        zh: "第 \(number) 个报文段由 \(names[host]) 发送，它的\(zh)\(fields.count > 1 ? "各" : "")是什么？",
        en: "\(names[host]) sends segment \(number). What \(fields.count > 1 ? "are" : "is") its \(en)?")
    case .nextSegment(let host):
      return Localized(
        zh: "\(names[host]) 接着发送什么？", en: "What does \(names[host]) send next?")
    }
  }
}

extension Field {
  var chinese: String {
    switch self {
    case .flags: "标志位"
    case .seq: "序号"
    case .ack: "确认号"
    case .length: "数据长度"
    }
  }

  var english: String {
    switch self {
    case .flags: "control bits"
    case .seq: "sequence number"
    case .ack: "acknowledgment number"
    case .length: "data length"
    }
  }
}
