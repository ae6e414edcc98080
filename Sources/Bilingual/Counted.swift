extension Int {
  /// The number and what is counted, in English: `1 segment`, `2 segments`.
  public func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
