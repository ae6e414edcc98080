import Screen
import Testing

@Suite struct `Display width` {
  @Test(
    arguments: [
      ("A", 1), ("é", 1), ("e\u{301}", 1), ("中", 2), ("（", 2), ("Ａ", 2), ("。", 2), ("“", 1), ("…", 1), ("→", 1),
      ("─", 1),
      ("⣀", 1), ("✗", 1), ("α", 1), ("ｱ", 1), ("한", 2), ("🙂", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("⚠\u{FE0F}", 1),
      ("\u{1FAE8}", 2),
      ("\u{20000}", 2), ("\u{200B}", 0), ("\u{301}", 0), ("\u{1B}", 0), ("\u{7F}", 0), ("\u{85}", 0), ("\r\n", 0),
      ("\t", 1),
    ] as [(Character, Int)])
  func `A grapheme cluster is as wide as its first scalar that has a width`(character: Character, width: Int) {
    #expect(DisplayWidth.standard.width(of: character) == width)
  }

  @Test func `A text is as wide as its clusters together`() {
    #expect(DisplayWidth.standard.width(of: "") == 0)
    #expect(DisplayWidth.standard.width(of: "SYN seq=100") == 11)
    #expect(DisplayWidth.standard.width(of: "三次握手 handshake") == 18)
    #expect(DisplayWidth.standard.width(of: "cafe\u{301}，🙂") == 8)
  }

  @Test(arguments: ["─", "→", "“", "…", "α", "①", "\u{E000}"] as [Character])
  func `Ambiguous characters are wide where the terminal says so`(character: Character) {
    #expect(DisplayWidth(ambiguous: .narrow).width(of: character) == 1)
    #expect(DisplayWidth(ambiguous: .wide).width(of: character) == 2)
  }

  @Test func `What is not ambiguous does not depend on the policy`() {
    let wide = DisplayWidth(ambiguous: .wide)
    for character in "Aä中（🙂⣀✗ｱ~ " as String {
      #expect(wide.width(of: character) == DisplayWidth.standard.width(of: character), "\(character)")
    }
  }
}
