import Bilingual
import Screen
import Simulation

/// What the user has settled once and for all.
///
/// A new one is a variable here with what holds unless it is set, and a line in ``Setting/all``.
public struct Settings: Hashable, Sendable {
  /// Nil follows the locale.
  public var language: Language?
  public var theme = ThemeName.dark
  /// Whether to draw with ASCII only, whatever the terminal can show.
  public var drawsInASCII = false
  public var usesColor = true
  /// Whether clicks and the wheel come to the tutor, and not to the terminal's own selection.
  public var usesMouse = true
  /// How sequence numbers are written.
  public var notation = NumberNotation.absolute
  /// Whether what happens is shown as it goes on, and not at once.
  public var usesMotion = true

  public init() {}
}

/// One thing that can be settled: its name, what may be written, and where it is kept.
public struct Setting: Sendable {
  /// Its key in the settings' file.
  public let name: String
  public let label: Localized
  /// What may be written, what holds unless it is set first.
  public let values: [String]
  private let read: @Sendable (Settings) -> String
  private let write: @Sendable (inout Settings, String) -> Bool

  /// All of them, in the order in which they are offered.
  public static let all = [language, theme, ascii, color, mouse, numbers, motion]

  public static let language = Setting(
    "language", Localized(zh: "界面语言", en: "language"), \.language, [(["auto"], nil), (["zh"], .zh), (["en"], .en)])
  public static let theme = Setting(
    "theme", Localized(zh: "配色", en: "colours"), \.theme, ThemeName.allCases.map { ([$0.rawValue], $0) })
  public static let ascii = Setting(
    "ascii", Localized(zh: "只用 ASCII 画图", en: "draw with ASCII only"), \.drawsInASCII, off + on)
  public static let color = Setting("color", Localized(zh: "颜色", en: "colour"), \.usesColor, on + off)
  public static let mouse = Setting("mouse", Localized(zh: "鼠标", en: "mouse"), \.usesMouse, on + off)

  public static let numbers = Setting(
    "numbers", Localized(zh: "序号写法", en: "numbers"), \.notation, NumberNotation.allCases.map { ([$0.rawValue], $0) })

  public static let motion = Setting("motion", Localized(zh: "动画", en: "motion"), \.usesMotion, on + off)

  private static let on = [(["on", "true", "yes"], true)]
  private static let off = [(["off", "false", "no"], false)]

  /// - Parameter choices: each value behind the spellings that may be written for it, the usual one first.
  private init<Value: Equatable & Sendable>(
    _ name: String, _ label: Localized, _ path: WritableKeyPath<Settings, Value> & Sendable,
    _ choices: [(spellings: [String], value: Value)]
  ) {
    self.name = name
    self.label = label
    values = choices.map { $0.spellings[0] }
    read = { settings in choices.first { $0.value == settings[keyPath: path] }?.spellings[0] ?? "" }
    write = { settings, text in
      guard let choice = choices.first(where: { $0.spellings.contains(text.lowercased()) }) else { return false }
      settings[keyPath: path] = choice.value
      return true
    }
  }

  /// The one of this name; nil if there is none.
  public init?(named name: String) {
    guard let setting = Self.all.first(where: { $0.name == name }) else { return nil }
    self = setting
  }

  /// How it is set: one of ``values``.
  public func value(in settings: Settings) -> String { read(settings) }

  /// Sets it, in any case and in any of YAML's words for on and off.
  ///
  /// - Returns: false, with nothing changed, where that is no value of it.
  public func set(_ value: String, in settings: inout Settings) -> Bool { write(&settings, value) }
}
