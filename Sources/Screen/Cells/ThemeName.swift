/// What themes are called, the usual one first; a terminal knows their colours.
public enum ThemeName: String, CaseIterable, Hashable, Sendable {
  case dark, light, contrast, mono
}
