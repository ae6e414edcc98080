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
/// apart. Dim goes where a role has a colour, because both together are hard to read, and reverse where what is selected
/// has a ground of its own.
public struct Theme: Hashable, Sendable {
  public let name: ThemeName
  /// Running text and the ground it stands on; nil is the terminal's own.
  let plain: Color?
  let ground: Color?
  /// What stands back: names of numbers, what is over, rules, hints.
  let faint: Color?
  /// The two ends.
  let first: Color?
  let second: Color?
  /// What waits: for the reader, or for its time.
  let nowYou: Color?
  let good: Color?
  let bad: Color?
  /// The ground of what is selected; only 256 colours have one.
  let selection: UInt8?

  /// The colour of what is written in a role; nil is the terminal's own.
  func foreground(of role: Role) -> Color? {
    switch role {
    case .text, .title, .heading, .strong, .code, .link, .prompt, .key, .selected: plain
    case .dim, .quote, .field, .keyLabel, .border: faint
    case .first: first
    case .second: second
    case .nowYou, .selectionMark: nowYou
    case .correct: good
    case .lost, .wrong: bad
    }
  }

  /// The number of the ground that a role stands on; nil is the terminal's own.
  func ground(of role: Role, colors: Int) -> Int? {
    switch role {
    case .selected, .selectionMark: colors == 256 ? selection.map(Int.init) : ground?.number(among: colors)
    case .text, .dim, .title, .heading, .strong, .code, .link, .quote, .first, .second, .field, .lost, .nowYou,
      .prompt, .key, .keyLabel, .correct, .wrong, .border:
      ground?.number(among: colors)
    }
  }

  /// The attributes that a style has in this theme.
  ///
  /// - Parameter colors: how many colours the terminal has; 0 for none, or where the user wants none.
  func attributes(of style: Style, colors: Int) -> Attributes {
    var attributes = style.attributes
    let hasColor = foreground(of: style.role)?.number(among: colors) != nil
    if hasColor { attributes.remove(.dim) }
    if style.role == .selected, colors == 256, selection != nil { attributes.remove(.reverse) }
    // Magenta is hardly told from the other hues of a small palette.
    if style.role == .nowYou, colors != 256, hasColor { attributes.insert(.reverse) }
    return attributes
  }

  // MARK: The themes

  /// For light text on a dark ground, whatever exactly these are.
  public static let dark = Theme(
    name: .dark, plain: nil, ground: nil,
    faint: Color(eight: nil, sixteen: 8, palette: 245),
    first: Color(eight: 6, sixteen: 14, palette: 117),
    second: Color(eight: 3, sixteen: 11, palette: 215),
    nowYou: Color(eight: 5, sixteen: 13, palette: 141),
    good: Color(eight: 2, sixteen: 10, palette: 114),
    bad: Color(eight: 1, sixteen: 9, palette: 203),
    selection: 237)

  /// For dark text on a light ground, whatever exactly these are.
  public static let light = Theme(
    name: .light, plain: nil, ground: nil,
    faint: Color(eight: nil, sixteen: 8, palette: 242),
    first: Color(eight: 6, sixteen: 6, palette: 24),
    second: Color(eight: 3, sixteen: 3, palette: 130),
    nowYou: Color(eight: 5, sixteen: 5, palette: 92),
    good: Color(eight: 2, sixteen: 2, palette: 22),
    bad: Color(eight: 1, sixteen: 1, palette: 124),
    selection: 254)

  /// Pure colours on black, for projectors and weak sight.
  public static let contrast = Theme(
    name: .contrast,
    plain: Color(eight: 7, sixteen: 15, palette: 231),
    ground: Color(eight: 0, sixteen: 0, palette: 16),
    faint: Color(eight: 7, sixteen: 7, palette: 252),
    first: Color(eight: 6, sixteen: 14, palette: 51),
    second: Color(eight: 3, sixteen: 11, palette: 215),
    nowYou: Color(eight: 5, sixteen: 13, palette: 141),
    good: Color(eight: 2, sixteen: 10, palette: 46),
    bad: Color(eight: 1, sixteen: 9, palette: 210),
    selection: 238)

  /// Attributes only.
  public static let mono = Theme(
    name: .mono, plain: nil, ground: nil, faint: nil, first: nil, second: nil, nowYou: nil, good: nil, bad: nil,
    selection: nil)

  public static func named(_ name: ThemeName) -> Theme {
    switch name {
    case .dark: dark
    case .light: light
    case .contrast: contrast
    case .mono: mono
    }
  }
}
