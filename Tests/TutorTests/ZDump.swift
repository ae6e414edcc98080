import Bilingual
import Foundation
import Screen
import Testing
import Tutor

@Suite struct Dump {
  @Test(arguments: Language.allCases, [Size.usual, .large, .least]) func dump(language: Language, size: Size) throws {
    var text = ""
    func show(_ name: String, _ l: Learner) { text += "===== \(name)\n\(l.screen)\n" }
    let home = try Learner.atHome(language, size); show("home", home)
    var l = try Learner.inChapter(language, size)
    show("beat 1", l)
    let right = [2: "SYN-SENT", 3: "SYN,ACK seq=300 ack=101", 4: "seq=101  ack=301", 5: language == .zh ? "什么也不发" : "nothing", 6: "seq=101"]
    for b in 1..<9 {
      try l.goOn(); show("beat \(b+1)", l)
      if right[b] != nil {
        var w = l; try w.press(.character(right[b].flatMap { w.digit(of: $0) } == "1" ? "2" : "1")); show("beat \(b+1) wrong", w)
        try w.goOn(); show("beat \(b+1) wrong next", w)
        if let d = l.digit(of: right[b]!) { try l.press(.character(d)) } else { text += "NOT OFFERED\n"; try l.press(.enter) }
        show("beat \(b+1) right", l)
        try l.goOn(); show("beat \(b+1) told", l)
      }
    }
    try l.press(.character("?")); show("help", l)
    try l.press(.escape); try l.goOn(); show("quiz 1", l)
    for q in 1...5 {
      if q == 3 { try l.type("ESTAB"); show("typed", l); try l.press(.enter) } else if q == 5 { try l.type("x"); try l.press(.enter); show("unreadable", l); try l.press(.backspace); try l.type("5"); try l.press(.enter) } else { try l.press(.character("1")) }
      show("quiz \(q) answered", l); try l.press(.right); show("quiz \(q) next", l)
    }
    try text.write(toFile: "/tmp/ft/dump-\(language)-\(size.columns).txt", atomically: true, encoding: .utf8)
  }
}
