import Screen

/// Two texts beside each other, each folded in its own column; those of several calls stand under each other.
func beside(_ left: [Span], _ right: [Span], columns: Int, _ context: Context) -> [[Span]] {
  let second = columns * 2 / 5
  let first = columns - second - 2
  let (lefts, rights) = (context.wrapped(left, columns: first), context.wrapped(right, columns: second))
  return (0..<max(lefts.count, rights.count)).map { line in
    let text = line < lefts.count ? lefts[line] : []
    let gap = String(repeating: " ", count: columns - second - context.glyphs.width(of: text))
    return text + [Span(gap)] + (line < rights.count ? rights[line] : [])
  }
}

/// A text at the left and another at the right of a line; where there is no room for both, the left one is cut.
func spread(_ left: [Span], _ right: [Span], columns: Int, _ context: Context) -> [Span] {
  let right = truncate(right, columns: columns * 3 / 5, glyphs: context.glyphs)
  let room = max(0, columns - context.glyphs.width(of: right) - 2)
  let text = truncate(left, columns: room, glyphs: context.glyphs)
  let gap = columns - context.glyphs.width(of: text) - context.glyphs.width(of: right)
  return text + [Span(String(repeating: " ", count: max(1, gap)))] + right
}
