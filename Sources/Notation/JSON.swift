/// A JSON object being written; its keys stay in the order in which they come.
struct JSONObject {
  private var members: [String] = []

  var text: String { "{\(members.joined(separator: ","))}" }

  mutating func add(_ key: String, _ value: String) { add(key, raw: Self.quoted(value)) }
  mutating func add(_ key: String, _ value: Int) { add(key, raw: String(value)) }
  mutating func add(_ key: String, _ value: Bool) { add(key, raw: value ? "true" : "false") }
  mutating func add(_ key: String, _ values: [String]) {
    add(key, raw: "[\(values.map(Self.quoted).joined(separator: ","))]")
  }

  /// Adds a number that is written exactly so, or null.
  mutating func add(_ key: String, number: String?) { add(key, raw: number ?? "null") }

  private mutating func add(_ key: String, raw: String) { members.append("\(Self.quoted(key)):\(raw)") }

  /// The text in quotation marks, escaped.
  ///
  /// - Note: Source: RFC 8259 §7.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
