import Screen
import Testing

@testable import Curses

/// What some bytes are, with nothing after them.
private func inputs(_ text: String, described: [String: Key] = [:]) -> [Input] {
  inputs(Array(text.utf8), described: described)
}

private func inputs(_ bytes: [UInt8], described: [String: Key] = [:]) -> [Input] {
  let described = Dictionary(uniqueKeysWithValues: described.map { (Array($0.key.utf8), $0.value) })
  var decoder = KeyDecoder(described: described)
  return decoder.feed(bytes) + decoder.end()
}

@Suite struct `Keys from bytes` {
  @Test(
    arguments: [
      ("q", .character("q")), (" ", .character(" ")), ("~", .character("~")), ("é", .character("é")),
      ("中", .character("中")), ("🙂", .character("🙂")), ("\u{301}", .character("\u{301}")),
      ("\u{1}", .control("a")), ("\u{1A}", .control("z")), ("\u{8}", .backspace), ("\u{7F}", .backspace),
      ("\t", .tab), ("\n", .enter), ("\r", .enter), ("\u{1B}", .escape),
    ] as [(String, Key)])
  func `A character is a key`(text: String, key: Key) {
    #expect(inputs(text) == [.key(key)])
  }

  @Test(arguments: ["\u{0}", "\u{1C}", "\u{1F}", "\u{80}", "\u{9B}"])
  func `A control character without a letter is no key`(text: String) {
    #expect(inputs(text) == [])
  }

  @Test(
    arguments: [
      ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ] as [(String, Key)])
  func `A cursor key comes in both modes`(final: String, key: Key) {
    #expect(inputs("\u{1B}[\(final)") == [.key(key)])
    #expect(inputs("\u{1B}O\(final)") == [.key(key)])
  }

  @Test(
    arguments: [
      ("[Z", .backTab), ("[1~", .home), ("[7~", .home), ("[3~", .delete), ("[4~", .end), ("[8~", .end),
      ("[5~", .pageUp), ("[6~", .pageDown), ("OM", .enter), ("Oq", .character("1")), ("Oy", .character("9")),
      ("Ok", .character("+")), ("On", .character(".")), ("OX", .character("=")),
    ] as [(String, Key)])
  func `So do keys that edit, and those of the number pad`(sequence: String, key: Key) {
    #expect(inputs("\u{1B}" + sequence) == [.key(key)])
  }

  @Test(arguments: [
    "[2~", "[15~", "[200~", "[1;5C", "[1;2A", "[M", "[<0;1", "[?1;2c", "[97;5u", "[I", "[[A", "[>4;1m", "[1$y",
    "[\u{20}q",
    "[", "O", "OP", "O5C", "]11;rgb:ffff/ffff/ffff\u{7}", "]0;quit\u{1B}\\", "P1+r544e=78\u{1B}\\", "_Gq\u{1B}\\",
    "^q\u{7}",
    "]unfinished q", "[<35;1;1M", "[<0;1;1m", "[<1;1;1M", "[<0;0;1M", "[<0;1M", "[<0;1;99999999999999999999M",
    "[<0;-1;1M",
  ])
  func `A sequence that is no key leaves nothing, and the next key is read`(sequence: String) {
    #expect(inputs("\u{1B}" + sequence) == [])
    var decoder = KeyDecoder()
    #expect(
      decoder.feed(Array(("\u{1B}" + sequence).utf8)) + decoder.end() + decoder.feed([0x71]) == [.key(.character("q"))])
  }

  @Test func `What the terminal's description has counts first`() {
    let described: [String: Key] = [
      "\u{1B}[214z": .home, "\u{1B}J": .pageUp, "\u{1B}?7": .left, "\u{1B}[A": .down, "x": .up,
    ]
    #expect(
      inputs("\u{1B}[214z\u{1B}J\u{1B}?7\u{1B}[A", described: described)
        == [.home, .pageUp, .left, .down].map(Input.key))
    // A single character stays what it is.
    #expect(inputs("x", described: described) == [.key(.character("x"))])
    #expect(inputs("\u{1B}[214z\u{1B}J") == [.key(.escape), .key(.character("J"))])
    #expect(inputs("\u{1B}?8", described: described).last == .key(.character("8")))
  }

  @Test func `An Escape before other keys is the Escape key`() {
    #expect(inputs("\u{1B}q") == [.key(.escape), .key(.character("q"))])
    #expect(inputs("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    #expect(inputs("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
    #expect(inputs("\u{1B}中\u{1B}\r") == [.key(.escape), .key(.character("中")), .key(.escape), .key(.enter)])
  }

  @Test func `A sequence that breaks off does not take the next one with it`() {
    #expect(inputs("\u{1B}[<0;1\u{1B}[A") == [.key(.up)])
    #expect(inputs("\u{1B}[<0;1\rq") == [.key(.enter), .key(.character("q"))])
    #expect(inputs("\u{1B}[M\u{1B}[A") == [.key(.up)])
    #expect(inputs("\u{1B}]0;title\u{1B}[A") == [.key(.up)])
    #expect(inputs("\u{1B}[1中") == [.key(.character("中"))])
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xC3], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80],
      [0x80],
      [0xF0, 0x9F, 0x99],
    ] as [[UInt8]])
  func `Broken UTF-8 is nothing, and the next key is read`(bytes: [UInt8]) {
    #expect(inputs(bytes) == [])
    #expect(inputs(bytes + [0x71]) == [.key(.character("q"))])
    #expect(inputs(bytes + Array("中".utf8)) == [.key(.character("中"))])
  }

  @Test func `Half a character waits, however long it takes`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xE4, 0xB8]) == [] && decoder.pending == nil && decoder.end() == [])
    #expect(decoder.feed([0xAD]) == [.key(.character("中"))])
  }

  @Test func `Time is asked for where an Escape came last, and where a sequence did`() {
    var decoder = KeyDecoder()
    #expect(decoder.pending == nil)
    _ = decoder.feed([0x1B])
    #expect(decoder.pending == .escape)
    _ = decoder.feed([0x5B])
    #expect(decoder.pending == .sequence)
    _ = decoder.feed([0x41])
    #expect(decoder.pending == nil)
  }
}

@Suite struct `The mouse from bytes` {
  @Test func `A press of the left button is a click, at any column`() {
    #expect(inputs("\u{1B}[<0;10;5M") == [.click(Point(x: 9, y: 4))])
    #expect(inputs("\u{1B}[<0;300;100M") == [.click(Point(x: 299, y: 99))])
    #expect(inputs("\u{1B}[<4;1;1M") == [.click(Point(x: 0, y: 0))])
  }

  @Test func `The wheel scrolls`() {
    #expect(inputs("\u{1B}[<64;10;5M\u{1B}[<65;10;5M") == [.scrollUp, .scrollDown])
  }

  @Test func `Reports of the older kind are read where a terminal sends them`() {
    #expect(inputs(Array("\u{1B}[M *%".utf8)) == [.click(Point(x: 9, y: 4))])
    #expect(inputs([0x1B, 0x5B, 0x4D, 0x20, 0xFF, 0x21]) == [.click(Point(x: 222, y: 0))])
    #expect(inputs(Array("\u{1B}[M`!!\u{1B}[Ma!!".utf8)) == [.scrollUp, .scrollDown])
    // The release of a button is nothing, and so is a place beyond what a byte can say.
    #expect(inputs(Array("\u{1B}[M#*%q".utf8)) == [.key(.character("q"))])
    #expect(inputs([0x1B, 0x5B, 0x4D, 0x20, 0x00, 0x21, 0x71]).last == .key(.character("q")))
  }
}

@Suite struct `Bytes in any pieces` {
  private static let parts = [
    "q", "7", "中", "🙂", "e\u{301}", "\r", "\u{7F}", "\u{1B}", "\u{1B}[A", "\u{1B}OC", "\u{1B}[3~", "\u{1B}Oq",
    "\u{1B}[1;5C",
    "\u{1B}[<0;12;7M", "\u{1B}[<0;12;7m", "\u{1B}[<65;1;1M", "\u{1B}[M *%", "\u{1B}[<0;1", "\u{1B}]0;t\u{7}",
    "\u{1B}P1\u{1B}\\",
    "\u{1B}[[A", "\u{1B}?7", "\u{1B}[214z", "\u{1B}[" + String(repeating: "1;", count: 50) + "A",
  ]
  private static let described: [[UInt8]: Key] = [Array("\u{1B}?7".utf8): .left, Array("\u{1B}[214z".utf8): .home]

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `The same bytes are the same inputs, however they are cut`(seed: UInt64) {
    var random = Numbers(seed: seed)
    var bytes = (0..<40).flatMap { _ in Array(Self.parts.randomElement(using: &random)!.utf8) }
    // Some are broken on top.
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
    }
    var decoder = KeyDecoder(described: Self.described)
    let whole = decoder.feed(bytes) + decoder.end()
    var piecewise = KeyDecoder(described: Self.described)
    var inputs: [Input] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 1...7, using: &random))
      inputs += piecewise.feed(Array(piece))
      rest = rest.dropFirst(piece.count)
    }
    #expect(inputs + piecewise.end() == whole)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `No bytes trap, and few are kept`(seed: UInt64) {
    var random = Numbers(seed: seed)
    // Bytes that mean something are likelier, so that the sequences get long.
    let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3C, 0x3B, 0x30, 0x39, 0x4D, 0x6D, 0x5D, 0x5C, 0x07, 0xE4, 0xB8, 0xAD]
    var decoder = KeyDecoder(described: Self.described)
    var most = (inputs: 0, kept: 0)
    for _ in 0..<20_000 {
      let byte =
        Bool.random(using: &random)
        ? likely.randomElement(using: &random)! : UInt8.random(in: .min ... .max, using: &random)
      most.inputs = max(most.inputs, decoder.feed([byte]).count)
      most.kept = max(most.kept, decoder.bytes.count)
      if UInt8.random(in: .min ... .max, using: &random) == 0 { _ = decoder.end() }
    }
    #expect(most.inputs <= 2 && most.kept <= KeyDecoder.limit)
    _ = decoder.end()
    #expect(decoder.feed([0x0D, 0x71]).last == .key(.character("q")))
  }

  @Test(arguments: ["\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}P"])
  func `A sequence without an end is swallowed, and not kept`(start: String) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array(start.utf8)) == [])
    #expect(decoder.feed(Array(repeating: UInt8(ascii: "1"), count: 100_000)) == [])
    #expect(decoder.bytes.count <= KeyDecoder.limit)
    #expect(decoder.feed(Array("\r".utf8)) == [.key(.enter)])
  }
}

@Suite struct `How long an Escape waits` {
  private func delay(_ variables: [String: String]) -> Int64 { EscapeDelay { variables[$0] }.escape / 1_000_000 }

  @Test func `Longer where keys come over a network, and as the user says above all`() {
    #expect(delay([:]) == 25 && delay(["SSH_CONNECTION": ""]) == 25)
    #expect(delay(["SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"]) == 100)
    #expect(delay(["SSH_TTY": "/dev/pts/3"]) == 100)
    #expect(delay(["SSH_CONNECTION": "x", "ESCDELAY": "40"]) == 40 && delay(["ESCDELAY": "0"]) == 0)
    for nonsense in ["", "soon", "-1", "99999999999999999999", "20000"] { #expect(delay(["ESCDELAY": nonsense]) == 25) }
  }

  @Test func `A sequence that is begun gets no less`() {
    for milliseconds in ["0", "25", "1000"] {
      let delay = EscapeDelay { $0 == "ESCDELAY" ? milliseconds : nil }
      #expect(delay.after(.sequence) >= delay.after(.escape) && delay.after(.sequence) >= 250_000_000)
    }
  }
}

/// The same random numbers every time.
private struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
