import Screen
import TCP

extension Profile {
  /// Its name on a page; where it is nobody's TCP, that too.
  func title(_ glyphs: Glyphs) -> String {
    isWhatIf ? "\(name) \(glyphs.set == .ascii ? "!=" : "≠") TCP" : name
  }
}
