import Bilingual

/// Reads the lines that a chapter plays, and where its runs begin.
extension ChapterReader {
  /// Reads a beat's block of lines; `fresh` in the first of them begins a run.
  mutating func readScript(_ lines: Range<Int>, _ beat: Int, isFirst: Bool) {
    var lines = lines
    if let line = lines.first(where: { !Self.code(source.line($0)).isEmpty }), Self.code(source.line(line)) == "fresh" {
      lines = line + 1..<lines.upperBound
      beginAnew(line, beat, isFirst: isFirst)
    }
    // Scripts know more line ends than Markdown; those were reported, and must not shift the lines below.
    beats[beat].statements += scripts.read(source.joinedPlainly(lines), firstLine: lines.lowerBound)
    runs[runs.count - 1].settings = scripts.settings
  }

  /// A line of a script without its comment and the blanks around it, in small letters.
  static func code(_ line: String) -> String {
    let code = line.ranges(of: "//").first.map { line[..<$0.lowerBound] } ?? line[...]
    return code.filter { !$0.isWhitespace }.lowercased()
  }

  private mutating func beginAnew(_ line: Int, _ beat: Int, isFirst: Bool) {
    let place = source.location(ofLine: line)
    guard isFirst else {
      prose.log.report(
        at: place, Localized(zh: "fresh 要写在这一节的第一个 tcp 块里", en: "fresh belongs in the first tcp block of its beat"),
        Localized(zh: "要另起一次运行，就另起一节", en: "begin another beat for another run"))
      return
    }
    guard beats.contains(where: { !$0.statements.isEmpty }) else {
      prose.log.report(
        at: place, Localized(zh: "还没有运行过什么，无从另起", en: "nothing has run yet that could begin anew"),
        Localized(zh: "删去这一行", en: "remove this line"))
      return
    }
    scripts.beginAnew()
    beats[beat].beginsAnew = true
    runs.append(ChapterRun(number: runs.count + 1, settings: scripts.settings, beats: 0..<0))
  }

  /// Gives every run the beats from the one with which it begins up to the next one's.
  mutating func placeRuns() {
    let starts = [0] + beats.indices.filter { beats[$0].beginsAnew }
    for (number, start) in starts.enumerated() {
      runs[number].beats = start..<(number + 1 < starts.count ? starts[number + 1] : beats.count)
    }
  }
}
