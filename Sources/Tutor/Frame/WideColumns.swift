import Screen

/// Where stage and text stand beside each other: the stage, a rule, and the text, with margins where lines would grow too
/// long.
struct WideColumns {
  let stage: Range<Int>
  let text: Range<Int>

  /// The text gets a quarter of what there is beyond the least.
  init(_ context: Context) {
    let columns = context.size.columns
    let textWidth = min(66, 46 + max(0, columns - 120) / 4)
    // The rule, and a blank or two on both sides of the text.
    let stageWidth = min(100, columns - textWidth - 4)
    let margin = (columns - stageWidth - textWidth - 4) / 2
    stage = margin..<margin + stageWidth
    text = stage.upperBound + 3..<stage.upperBound + 3 + textWidth
  }
}
