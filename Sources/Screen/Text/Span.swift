/// A piece of text in one style; a line is a list of them.
public struct Span: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  public init(_ text: String, _ role: Role) {
    self.init(text, Style(role))
  }
}

/// Cuts spans to a number of columns, and ends them with an ellipsis if anything was cut.
///
/// - Parameters:
///   - columns: the most columns that the result takes.
///   - glyphs: how wide characters are; their ellipsis stands for the rest, in the style of what it follows, and is left
///     out where it has no room itself.
/// - Returns: the spans as they came where they fit.
public func truncate(_ spans: [Span], columns: Int, glyphs: Glyphs) -> [Span] {
  guard glyphs.width(of: spans) > columns else { return spans }
  let (widths, ellipsis) = (glyphs.widths, glyphs.ellipsis)
  let mark = widths.width(of: ellipsis)
  var room = max(0, mark <= columns ? columns - mark : columns)
  var kept: [Span] = []
  var style = spans.first?.style ?? .plain
  cutting: for span in spans {
    style = span.style
    var text = ""
    for character in span.text {
      let width = widths.width(of: character)
      if width > room {
        if !text.isEmpty { kept.append(Span(text, style)) }
        break cutting
      }
      text.append(character)
      room -= width
    }
    if !text.isEmpty { kept.append(Span(text, style)) }
  }
  if mark <= columns && mark > 0 {
    if kept.last?.style == style { kept[kept.count - 1].text += ellipsis } else { kept.append(Span(ellipsis, style)) }
  }
  return kept
}

/// Cuts a text to a number of columns, and ends it with an ellipsis if anything was cut.
public func truncate(_ text: String, columns: Int, glyphs: Glyphs) -> String {
  truncate([Span(text)], columns: columns, glyphs: glyphs).map(\.text).joined()
}
