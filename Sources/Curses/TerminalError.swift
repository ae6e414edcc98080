import Bilingual
import Screen

/// Why a terminal can't be taken over; nothing has been changed on it.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or standard output is a file or a pipe.
  case notATerminal
  /// No description of this terminal is installed; the name is what `TERM` says, empty where it is unset.
  case unknownTerminal(name: String)
  /// The terminal can't move its cursor, as `TERM=dumb` says of itself.
  case incapable(name: String)
  /// Another ``CursesTerminal`` is open.
  case alreadyOpen
  /// The system gave no pipe or no terminal modes.
  case systemRefused

  /// One sentence for the user.
  public var message: Localized {
    switch self {
    case .notATerminal:
      Localized(zh: "标准输入和标准输出必须都是终端。", en: "Standard input and standard output must both be a terminal.")
    case .unknownTerminal(name: ""):
      Localized(
        zh: "环境变量 TERM 没有设置，不知道这是哪种终端。",
        en: "TERM is not set, so it is unknown what kind of terminal this is.")
    case .unknownTerminal(let name):
      Localized(
        zh: "系统里没有终端“\(name)”的说明，请检查环境变量 TERM。",
        en: "No description of the terminal \"\(name)\" is installed; check the variable TERM.")
    case .incapable(let name):
      Localized(
        zh: "终端“\(name)”不能移动光标，无法全屏显示。",
        en: "The terminal \"\(name)\" can't move its cursor, which a full screen needs.")
    case .alreadyOpen:
      Localized(zh: "终端已经被本程序打开。", en: "This program has opened the terminal already.")
    case .systemRefused:
      Localized(zh: "系统拒绝了对终端的访问。", en: "The system refused access to the terminal.")
    }
  }
}
