import Bilingual
import Screen

/// The row of keys at the bottom of a page, and the rule above it; a click on a key's name does what the key does.
struct KeyBar {
  let lines: [KeyLine]

  func draw(on picture: inout Picture, _ context: Context) {
    let row = context.size.rows - 1
    drawRule(on: &picture, y: row - 1, context)
    var x = 1
    for hint in lines.hints(in: context.language, columns: context.size.columns - 2, glyphs: context.glyphs) {
      let width = picture.surface.put(hint.spans, x: x, y: row)
      if let key = hint.key { picture.aim(.key(key), at: Rect(x: x, y: row, width: width, height: 1)) }
      x += width + KeyHint.gap
    }
  }

  /// The rule gives way to what a page has there.
  private func drawRule(on picture: inout Picture, y: Int, _ context: Context) {
    guard picture.surface.row(y).allSatisfy({ $0.character == " " && !$0.isContinuation }) else { return }
    picture.surface.horizontalRule(x: 0, y: y, length: context.size.columns, glyphs: context.glyphs)
  }
}
