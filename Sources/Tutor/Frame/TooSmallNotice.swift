import Bilingual
import Screen

/// What is shown where the terminal has too little room.
struct TooSmallNotice {
  /// Goes on line by line, which needs no room.
  static let plain = Key.enter
  static let quit = Key.character("q")

  func draw(on picture: inout Picture, _ context: Context) {
    let (need, size) = (text(Context.minimum, context), text(context.size, context))
    let lines = [
      Localized(
        zh: "终端太小：需要 \(need)，现在是 \(size)。", en: "The terminal is too small: \(need) needed, \(size) here."),
      Localized(
        zh: "放大窗口后自动恢复；回车改为逐行问答（即 tcptutor --plain）；q 退出。",
        en: "Enlarge it and all comes back; Enter goes on line by line (as tcptutor --plain does); q quits."),
    ]
    let pieces = lines.flatMap { context.wrapped(context[$0], columns: max(1, context.size.columns)) }
    for (y, piece) in pieces.prefix(context.size.rows).enumerated() { picture.surface.put(piece, x: 0, y: y) }
  }

  private func text(_ size: Size, _ context: Context) -> String { "\(size.columns)\(context.times)\(size.rows)" }
}
