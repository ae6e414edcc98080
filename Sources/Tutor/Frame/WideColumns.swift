import Screen

/// Where stage and text stand beside each other: with a rule between them, and with margins where lines would grow too
/// long.
struct WideColumns {
  let stage: Range<Int>
  let rule: Int
  let text: Range<Int>

  /// The text gets a quarter of what there is beyond the least.
  ///
  /// - Parameter isTextFirst: whether it stands left of the stage.
  init(_ context: Context, isTextFirst: Bool = false) {
    let columns = context.size.columns
    let textWidth = min(66, 46 + max(0, columns - 120) / 4)
    // The rule, two blanks between it and the text, and one on the text's other side.
    let stageWidth = min(100, columns - textWidth - 4)
    let margin = (columns - stageWidth - textWidth - 4) / 2
    let start = isTextFirst ? margin + 1 : margin + stageWidth + 3
    text = start..<start + textWidth
    rule = isTextFirst ? text.upperBound + 2 : margin + stageWidth
    let first = isTextFirst ? rule + 1 : margin
    stage = first..<first + stageWidth
  }
}
