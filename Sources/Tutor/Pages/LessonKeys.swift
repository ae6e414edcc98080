import Bilingual
import Screen

extension LessonPage {
  /// Text is scrolled by the arrows that the question leaves.
  var askingKeys: KeyMap<Action> {
    let (back, next): ([Key], [Key]) =
      typing == .text ? ([], []) : ([.character("b"), .backspace], [.character(" ")])
    return KeyMap(
      [
        .init(
          [.right] + next, .next, Localized(zh: "下一步", en: "next"),
          refusal: Localized(zh: "先回答问题，再往下走", en: "answer first, then go on")),
        .init([.left] + back, .back, Localized(zh: "上一步", en: "back"), refusal: isAtStart),
      ] + (typing == .text ? [] : [Self.listing]) + complaintKeys + (pace.isPlaying && typing != .text ? [playing] : [])
        + Self.diagramKeys)
  }

  var tellingKeys: KeyMap<Action> {
    let whilePlaying = pace.isPlaying ? KeyLine.Hint.always : .never
    return KeyMap(
      goingKeys + [
        playing,
        .init([.character("+"), .character("=")], .faster, Localized(zh: "加快", en: "faster"), hint: whilePlaying),
        .init([.character("-")], .slower, Localized(zh: "放慢", en: "slower"), hint: whilePlaying),
        .init(
          [.character("i")] + (inspector != nil && complaint == nil ? [.escape] : []), .segment,
          inspector == nil ? Localized(zh: "报文段", en: "segment") : Localized(zh: "收起", en: "close"),
          hint: inspector == nil ? .ifRoom : .always,
          refusal: stage.segmentCount > 0 ? nil : Localized(zh: "还没有报文段", en: "there is no segment yet")),
        .init(
          [.character("r")], .again, Localized(zh: "重做", en: "again"),
          refusal: canAskAgain ? nil : Localized(zh: "这里没有可以重答的问题", en: "nothing was asked here")),
        Self.listing,
      ] + (canTakeBack ? [.takingBack(.takeBack)] : []) + complaintKeys + beatKeys + [
        .init(
          [.up, .character("k")], .up,
          inspector == nil ? Localized(zh: "文字上移", en: "text up") : Localized(zh: "前一个", en: "the one before"),
          hint: inspector == nil ? .never : .always),
        .init(
          [.down, .character("j")], .down,
          inspector == nil ? Localized(zh: "文字下移", en: "text down") : Localized(zh: "后一个", en: "the next one"),
          hint: inspector == nil ? .never : .always),
      ] + Self.diagramKeys)
  }

  /// On and back; while something moves, to its end, and over again.
  private var goingKeys: [KeyMap<Action>.Binding] {
    let back: [Key] = [.left, .character("b"), .backspace]
    // While playing, the keys of the pace come first.
    let hint = pace.isPlaying ? KeyLine.Hint.ifRoom : .always
    guard stage.isInMotion else {
      return [
        .init([.right, .enter, .character(" ")], .next, next, hint: .always),
        .init(back, .back, Localized(zh: "上一步", en: "back"), hint: hint, refusal: isAtStart),
      ]
    }
    let pause = stage.isPaused ? Localized(zh: "继续", en: "move on") : Localized(zh: "停住", en: "stop")
    return [
      .init([.right, .enter], .next, Localized(zh: "直接看结果", en: "to the end"), hint: .always),
      .init([.character(" ")], .pause, pause, hint: hint),
      .init(back, .back, Localized(zh: "重放", en: "replay"), hint: hint),
    ]
  }

  private var next: Localized {
    if case .consequence = phase { return Localized(zh: "回到真实的运行", en: "back to the real run") }
    return Localized(zh: "下一步", en: "next")
  }

  /// What hides the errors of a file that is being written.
  private var complaintKeys: [KeyMap<Action>.Binding] {
    guard complaint != nil else { return [] }
    return [.init([.escape], .hide, Localized(zh: "收起错误", en: "hide the errors"), hint: .always)]
  }

  /// What only some beats have.
  private var beatKeys: [KeyMap<Action>.Binding] {
    var keys: [KeyMap<Action>.Binding] = []
    if let profile = walk.beat.compare {
      let label =
        aside == nil
        ? Localized(zh: "与 \(profile) 比较", en: "beside \(profile)") : Localized(zh: "不再比较", en: "compare no more")
      keys.append(.init([.character("c")], .compare, label, hint: .always))
    }
    if walk.beat.search != nil {
      let label = aside == nil ? Localized(zh: "看搜索", en: "the search") : Localized(zh: "收起", en: "back to the beat")
      keys.append(.init([.character("e")], .search, label, hint: .always))
    }
    if walk.beat.takesPage, aside == nil {
      keys.append(.init([.character("d")], .fold, Localized(zh: "图/文字", en: "diagram or text"), hint: .always))
    }
    return keys + linkKeys
  }

  private var playing: KeyMap<Action>.Binding {
    .init(
      [.character("p")], .play,
      pace.isPlaying ? Localized(zh: "暂停", en: "pause") : Localized(zh: "播放", en: "play"),
      hint: pace.isPlaying ? .always : .ifRoom)
  }

  /// Why there is nothing to go back to; nil where there is.
  private var isAtStart: Localized? {
    if case .told = phase, walk.place == 0 { return Localized(zh: "这是第一步", en: "this is the first step") }
    return nil
  }

  private static let listing = KeyMap<Action>.Binding(
    [.character("g")], .beats, Localized(zh: "各节", en: "beats"))

  private static let diagramKeys: [KeyMap<Action>.Binding] = [
    .init([.pageUp], .ladderUp, Localized(zh: "图上移", en: "diagram up"), hint: .never),
    .init([.pageDown], .ladderDown, Localized(zh: "图下移", en: "diagram down"), hint: .never),
  ]
}
