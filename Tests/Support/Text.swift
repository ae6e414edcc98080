extension String {
  /// This text with the first occurrence replaced; a text in which it does not occur is a mistake of the test.
  public func replacing(
    first old: String, with new: String, file: StaticString = #filePath, line: UInt = #line
  ) -> String {
    guard let range = firstRange(of: old) else {
      preconditionFailure("“\(old)” is not in the text", file: (file), line: line)
    }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }

  /// Character by character: Foundation would find a mark that belongs to another character.
  private func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }

  /// Without blanks at its ends.
  public var trimmed: String {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[first...last])
  }

  /// Without any blanks.
  public var squeezed: String { filter { !$0.isWhitespace } }
}
