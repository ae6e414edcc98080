import Screen

/// How far one has come on a page of several steps: a mark for each, and the number of the present one.
struct Progress: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case done
    /// A question waits there.
    case waiting
    case toCome
  }

  let steps: [Step]
  /// From **0**.
  let place: Int

  var number: Span { Span("\(place + 1)/\(steps.count)", .dim) }

  /// A mark for each step, that of the present one bold.
  func marks(_ context: Context) -> [Span] {
    steps.enumerated().map { index, step in
      Span(String(Self.mark(step, context.glyphs)), index == place ? .title : .dim)
    }
  }

  static func mark(_ step: Step, _ glyphs: Glyphs) -> Character {
    switch step {
    case .done: glyphs.done
    case .waiting: glyphs.waiting
    case .toCome: glyphs.toCome
    }
  }

  /// A click on a mark means its step, as far as one has come.
  func aim(on picture: inout Picture, x: Int, _ context: Context) {
    var x = x
    for (index, step) in steps.enumerated() {
      let width = context.glyphs.width(of: String(Self.mark(step, context.glyphs)))
      if step != .toCome { picture.aim(.step(index), at: Rect(x: x, y: 0, width: width, height: 1)) }
      x += width
    }
  }
}

extension Progress.Step {
  /// Its mark, in a list.
  func span(_ glyphs: Glyphs) -> Span {
    let role: Role =
      switch self {
      case .done: .first
      case .waiting: .nowYou
      case .toCome: .dim
      }
    return Span(String(Progress.mark(self, glyphs)), role)
  }
}
