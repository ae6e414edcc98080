import Quiz

extension Question {
  /// An answer in the language of the screen, drawn with what the screen has.
  func text(of answer: Answer, _ context: Context) -> String {
    let text = text(of: answer, in: context.language, context.notation)
    return context.glyphs.set == .ascii ? text.replacing("→", with: "->") : text
  }
}
