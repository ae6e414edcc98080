import Screen

/// A colour, for terminals of each kind.
public struct Color: Hashable, Sendable {
  /// Its number among eight, 0 to 7; nil leaves the terminal's own colour.
  let eight: UInt8?
  /// Its number among sixteen, 0 to 15.
  let sixteen: UInt8
  /// Its number in the palette of 256.
  let palette: UInt8

  public init(eight: UInt8?, sixteen: UInt8, palette: UInt8) {
    self.eight = eight
    self.sixteen = sixteen
    self.palette = palette
  }

  /// The number to ask of a terminal with so many colours; nil where it has none that would do.
  func number(among count: Int) -> Int? {
    // More than 256 is direct colour, whose numbers are red, green and blue, save the first eight.
    switch count {
    case 256: Int(palette)
    case 16..<256: Int(sixteen)
    case 8...: eight.map(Int.init)
    default: nil
    }
  }
}

/// The colours of roles: a few hues, and which role has which.
///
/// A role's attributes are its own (``Role/attributes``), so that every theme, and none at all, tells the same things
/// apart. Only where text is grey the attribute dim goes, because both together are hard to read.
public struct Theme: Hashable, Sendable {
  public let name: ThemeName
  /// Running text and the ground it stands on; nil is the terminal's own.
  let plain: Color?
  let ground: Color?
  /// What stands back: axes, borders, hints.
  let faint: Color?
  /// Titles, hosts, keys, what is under way.
  let accent: Color?
  let good: Color?
  let bad: Color?
  /// States, warnings, what is sent again.
  let caution: Color?
  /// What comes from elsewhere: calls, signals, injected segments.
  let foreign: Color?
  let calm: Color?

  /// The colour of what is written in a role; nil is the terminal's own.
  func foreground(of role: Role) -> Color? {
    switch role {
    case .text, .strong, .segment, .selected, .keyLabel: plain
    case .dim, .quote, .axis, .border: faint
    case .title, .heading, .host, .segmentInFlight, .key, .prompt: accent
    case .code, .correct: good
    case .lost, .wrong: bad
    case .emphasis, .state, .newState, .retransmission, .warning: caution
    case .call, .signal, .injected: foreign
    case .link, .timer: calm
    }
  }

  /// The attributes that a style has in this theme.
  ///
  /// - Parameter colors: how many colours the terminal has; 0 for none, or where the user wants none.
  func attributes(of style: Style, colors: Int) -> Attributes {
    let color = foreground(of: style.role)
    let isGrey = color == faint && color?.number(among: colors) != nil
    return isGrey ? style.attributes.subtracting(.dim) : style.attributes
  }

  // MARK: The themes

  /// For light text on a dark ground, whatever exactly these are.
  public static let dark = Theme(
    name: .dark, plain: nil, ground: nil,
    faint: Color(eight: nil, sixteen: 8, palette: 245),
    accent: Color(eight: 6, sixteen: 14, palette: 117),
    good: Color(eight: 2, sixteen: 10, palette: 114),
    bad: Color(eight: 1, sixteen: 9, palette: 203),
    caution: Color(eight: 3, sixteen: 11, palette: 221),
    foreign: Color(eight: 5, sixteen: 13, palette: 176),
    calm: Color(eight: 4, sixteen: 12, palette: 111))

  /// For dark text on a light ground, whatever exactly these are.
  public static let light = Theme(
    name: .light, plain: nil, ground: nil,
    faint: Color(eight: nil, sixteen: 8, palette: 242),
    accent: Color(eight: 6, sixteen: 6, palette: 24),
    good: Color(eight: 2, sixteen: 2, palette: 22),
    bad: Color(eight: 1, sixteen: 1, palette: 124),
    caution: Color(eight: 3, sixteen: 3, palette: 94),
    foreign: Color(eight: 5, sixteen: 5, palette: 90),
    calm: Color(eight: 4, sixteen: 4, palette: 19))

  /// Pure colours on black, for projectors and weak sight.
  public static let contrast = Theme(
    name: .contrast,
    plain: Color(eight: 7, sixteen: 15, palette: 231),
    ground: Color(eight: 0, sixteen: 0, palette: 16),
    faint: Color(eight: 7, sixteen: 7, palette: 252),
    accent: Color(eight: 6, sixteen: 14, palette: 51),
    good: Color(eight: 2, sixteen: 10, palette: 46),
    bad: Color(eight: 1, sixteen: 9, palette: 210),
    caution: Color(eight: 3, sixteen: 11, palette: 226),
    foreign: Color(eight: 5, sixteen: 13, palette: 213),
    calm: Color(eight: 6, sixteen: 14, palette: 123))

  /// Attributes only.
  public static let mono = Theme(
    name: .mono, plain: nil, ground: nil, faint: nil, accent: nil, good: nil, bad: nil, caution: nil, foreign: nil,
    calm: nil)

  public static func named(_ name: ThemeName) -> Theme {
    switch name {
    case .dark: dark
    case .light: light
    case .contrast: contrast
    case .mono: mono
    }
  }
}
