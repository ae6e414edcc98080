import Quiz
import Screen

extension Question {
  /// The options as texts; of segments and fields, each field stands under the same field of the others.
  func alignedOptions(_ context: Context) -> [String] {
    let texts = options.map { text(of: $0, context) }
    guard options.allSatisfy(\.hasFields) else { return texts }
    let fields = zip(options, texts).map { option, text in
      option == .nothing ? [text] : text.split(separator: " ").map(String.init)
    }
    // What comes last is followed by nothing, and "nothing" stands alone.
    var widths: [String: Int] = [:]
    for row in fields where row.count > 1 {
      for field in row { widths[field.fieldName] = max(widths[field.fieldName] ?? 0, context.glyphs.width(of: field)) }
    }
    return fields.map { row in
      row.enumerated().map { place, field in
        guard place < row.count - 1 else { return field }
        return field + String(repeating: " ", count: (widths[field.fieldName] ?? 0) - context.glyphs.width(of: field))
      }.joined(separator: "  ")
    }
  }
}

extension Answer {
  fileprivate var hasFields: Bool {
    switch self {
    case .fields, .segment, .nothing: true
    case .state, .path, .pair, .bits, .hosts, .quantity, .timer, .signals, .rule, .step, .option, .several, .order:
      false
    }
  }
}

extension String {
  /// What stands before the equals sign; empty for control bits.
  fileprivate var fieldName: String { contains("=") ? String(prefix { $0 != "=" }) : "" }
}
