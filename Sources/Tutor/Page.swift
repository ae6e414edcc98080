import Bilingual
import Screen

/// A page of the application: what it is, how keys and lines change it, and how it is shown and told.
///
/// A value without I/O. `Tutor` holds a stack of pages, gives the topmost what comes, and carries out what it asks for.
public protocol Page: Sendable {
  /// What can be done by a key of its own; `Never` where `type` does all.
  associatedtype Action: Hashable & Sendable

  // MARK: Keys

  /// The keys of this moment.
  var keys: KeyMap<Action> { get }
  /// What `type` takes, for the hint bar and the help page.
  var typed: [KeyLine] { get }
  /// How much it takes for itself before the keys that all pages share.
  var typing: Typing { get }
  /// Takes a key before it is looked up.
  ///
  /// - Returns: nil where the key means nothing here.
  mutating func type(_ key: Key, _ context: Context) -> [Request]?
  mutating func perform(_ action: Action, _ context: Context) -> [Request]
  /// What asks for an answer, called differently from what else it may ask; nil where nothing does.
  var openQuestion: String? { get }
  /// Something with this target was clicked.
  mutating func choose(_ target: Int, _ context: Context) -> [Request]
  /// A step of its progress was clicked to which one has come already.
  mutating func go(toStep step: Int, _ context: Context) -> [Request]

  // MARK: What comes

  /// It is on top now: opened, or what was above it has been left.
  mutating func appear(_ context: Context) -> [Request]
  /// The page that was on top of it has been left: what was chosen there, how far one has come. It has appeared already.
  mutating func take(back page: any Page, _ context: Context) -> [Request]
  /// Another page comes on top of it.
  mutating func disappear(_ context: Context)
  /// A reply, whether it is on top or not; the time, if it is.
  mutating func receive(_ message: Message, _ context: Context) -> [Request]
  /// The language has changed.
  mutating func translate(_ context: Context) -> [Request]
  /// When it wants to be told the time; nil while it stands still.
  func wakes(after now: Moment) -> Moment?

  // MARK: Shown and told

  /// All but the title's row and the keys'.
  func draw(_ context: Context) -> Picture
  /// What stands in the title's row.
  func titleBar(_ context: Context) -> TitleBar
  /// What is new since it was last told, line by line, no wider than the context has columns.
  mutating func tell(_ context: Context) -> [String]
  /// Takes a line that was typed where it is told.
  ///
  /// - Returns: nil where the line makes no sense here.
  mutating func hear(_ line: String, _ context: Context) -> [Request]?
  /// What is asked for where it is told.
  func prompt(_ context: Context) -> String
  /// What a line may say.
  var advice: Localized { get }
  /// Whether there is work on it that is not done.
  var isUnderWay: Bool { get }
  /// How far one has come, for somebody who leaves before the end.
  func summary(_ context: Context) -> [String]
  /// What is worth knowing of it on the way out, in a few words each; empty where nothing was done.
  func farewell(_ context: Context) -> [Localized]
}

/// How much a page takes for itself.
public enum Typing: Hashable, Sendable {
  /// No more than its keys.
  case nothing
  /// Letters and digits, which are a text.
  case text
  /// Every key.
  case everything
}

/// What a page asks for.
public enum Request: Sendable {
  /// Puts a page on top.
  case open(any Page)
  /// Goes back to the page below; from the last one, out of the program.
  case leave
  /// Says something in a sentence, for a moment or until the next key.
  case notice(Localized)
  case effect(Effect)
}

extension Page {
  public var typed: [KeyLine] { [] }
  public var typing: Typing { .nothing }
  public mutating func type(_ key: Key, _ context: Context) -> [Request]? { nil }
  public var openQuestion: String? { nil }
  public mutating func choose(_ target: Int, _ context: Context) -> [Request] { [] }
  public mutating func go(toStep step: Int, _ context: Context) -> [Request] { [] }
  public mutating func appear(_ context: Context) -> [Request] { [] }
  public mutating func take(back page: any Page, _ context: Context) -> [Request] { [] }
  public mutating func disappear(_ context: Context) {}
  public mutating func receive(_ message: Message, _ context: Context) -> [Request] { [] }
  public mutating func translate(_ context: Context) -> [Request] { [] }
  public func wakes(after now: Moment) -> Moment? { nil }
  public var isUnderWay: Bool { false }
  public func summary(_ context: Context) -> [String] { [] }
  public func farewell(_ context: Context) -> [Localized] { [] }
  public func titleBar(_ context: Context) -> TitleBar { TitleBar(title: "") }

  /// A line is a key: nothing is Enter, a single character is that.
  public mutating func hear(_ line: String, _ context: Context) -> [Request]? {
    guard line.count <= 1 else { return nil }
    return press(line.first.map(Key.character) ?? .enter, context)
  }

  /// What a key does here.
  ///
  /// - Returns: nil where it means nothing.
  mutating func press(_ key: Key, _ context: Context) -> [Request]? {
    if let requests = type(key, context) { return requests }
    switch keys.meaning(of: key) {
    case .action(let action): return perform(action, context)
    case .refused(let why): return [.notice(why)]
    case nil: return nil
    }
  }

  /// All that its keys do.
  var lines: [KeyLine] { typed.shadowing(keys.lines) }
}

extension Page where Action == Never {
  public var keys: KeyMap<Never> { KeyMap([]) }
  public mutating func perform(_ action: Never, _ context: Context) -> [Request] {}
}
