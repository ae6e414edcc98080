import Support
import Testing

private let handshake = """
  server listen
  client connect
  settle
  expect client ESTABLISHED, server ESTABLISHED

  """

/// - Note: Exit codes are those of DESIGN §6 and §9: 0, 1 where a claim does not hold, and of sysexits.
@Suite struct `Commands` {
  @Test func `A scenario from standard input is drawn on standard output`() throws {
    let outcome = try Program.run("run", "-", input: handshake)
    #expect(outcome.status == 0 && outcome.errors == "")
    for text in ["client", "server", "SYN seq=100", "SYN,ACK seq=300 ack=101", "ACK seq=101 ack=301", "ESTABLISHED"] {
      #expect(outcome.output.contains(text))
    }
    #expect(!outcome.output.contains("\u{1B}"))
    let ascii = try Program.run("run", "-", "--ascii", input: handshake)
    #expect(ascii.output.allSatisfy(\.isASCII) && ascii.output.contains("SYN,ACK seq=300 ack=101"))
  }

  @Test func `As JSON Lines it begins with a header, and each line is an object`() throws {
    let outcome = try Program.run("run", "-", "--format", "jsonl", "--profile", "linux", input: handshake)
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.status == 0)
    #expect(lines.first == #"{"tcptutor":1,"hosts":["client","server"],"profile":"linux"}"#)
    #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") } && lines.count > 10)
  }

  @Test func `A chapter's scenario is run as well, and written to a file`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("s.txt", handshake)
    let outcome = try Program.run("run", source, "-o", folder.path + "/out.txt")
    #expect(outcome.status == 0 && outcome.output == "")
    #expect(try folder.read("out.txt").contains("SYN,ACK"))
    let refused = try Program.run("run", source, "-o", folder.path + "/none/out.txt")
    #expect(refused.status == 73 && refused.errors.contains("none/out.txt"))
  }

  @Test func `What there is one of for each host goes to a file of each, or of the one that is named`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("s.txt", handshake)
    for format in ["packetdrill", "pcapng"] {
      let name = folder.path + "/out." + format
      #expect(try Program.run("run", source, "--format", format, "-o", name).status == 0)
      let both = try ["client", "server"].map { try folder.read("out-\($0).\(format)") }
      #expect(both[0] != both[1] && both.allSatisfy { !$0.isEmpty })
      #expect(try Program.run("run", source, "--format", format, "-o", name, "--host", "SERVER").status == 0)
      #expect(try folder.read("out." + format) == both[1])
    }
    let mixed = try Program.run("run", source, "--format", "pcapng", "-o", "-")
    #expect(mixed.status == 64 && mixed.output == "" && mixed.errors.contains("one file for each host"))
    let unknown = try Program.run("run", source, "--format", "pcapng", "--host", "alice")
    #expect(unknown.status == 64)
    #expect(unknown.errors == "tcptutor: there is no host “alice”; one of: client, server.\n")
  }

  @Test(arguments: [["run", "s.txt"], ["diff", "s.txt"], ["check", "s.txt"], ["learn"], ["quiz"]])
  func `Where nobody reads, or the disk is full, it ends with 73`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("s.txt", handshake)
    // A pipe whose only reader is gone before anything is written.
    let closed = #"mkfifo pipe; exec 3<>pipe; exec 4>pipe 3<&-; "$0" "$@" >&4 </dev/null"#
    let full = #""$0" "$@" >/dev/full </dev/null"#
    for script in [closed, full] {
      let outcome = try Program.run(
        "/bin/sh", ["-c", "cd '\(folder.path)'; \(script)", Program.path] + arguments,
        environment: Program.environment())
      #expect(outcome.status == 73, "\(script): \(outcome.errors)")
      #expect(outcome.errors.hasPrefix("tcptutor: Standard output can't be written: "))
    }
  }

  @Test(arguments: [
    ("client connect\nexpect client LISTEN\n", 1, "-:2:1: client is SYN-SENT, not LISTEN"),
    ("step\n", 1, "-:1:1: nothing is in flight"), ("client conect\n", 65, "-:1:8: there is no call “conect”"),
    ("\u{0}\n", 65, "-:1:1: "), ("", 0, ""),
  ])
  func `What does not hold ends with 1, what can't be read with 65`(source: String, status: Int32, message: String)
    throws
  {
    let outcome = try Program.run("run", "-", input: source)
    #expect(outcome.status == status)
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
  }

  @Test func `A fault that meets nothing is a warning of run, and an error of check`() throws {
    let source = "lose next client FIN-ACK\n" + handshake
    let run = try Program.run("run", "-", input: source)
    #expect(run.status == 0 && run.output.contains("ESTABLISHED"))
    #expect(run.errors.hasPrefix("-:1:1: warning: this line has met no segment\n"), "\(run.errors)")
    let folder = try TemporaryFolder()
    let scenario = try Program.run("check", folder.write("s.txt", source))
    #expect(scenario.status == 1 && scenario.errors.contains("s.txt:1:1: this line has met no segment\n"))
    #expect(scenario.errors.hasSuffix("\n1 problem.\n"), "\(scenario.errors)")
    let chapter = LongRun.motion.replacing(first: "lose next client ACK", with: "lose next client RST")
    let checked = try Program.run("check", folder.write("en/long-run.md", chapter))
    #expect(checked.status == 1 && checked.errors.contains(":25:1: this line has met no segment"), "\(checked.errors)")
    #expect(try Program.run("check", folder.write("en/long-run.md", LongRun.motion)).status == 0)
    let items = try Fixture.text("Quizzes/items.yaml").replacing(
      first: "    server listen\n", with: "    server listen\n    lose next client RST\n")
    let checkedItems = try Program.run("check", folder.write("items.yaml", items))
    #expect(checkedItems.errors.contains("this line has met no segment"), "\(checkedItems.errors)")
  }

  @Test func `What is wrong above a chapter's text hides nothing of what is wrong in it`() throws {
    let folder = try TemporaryFolder()
    let text = LongRun.motion.replacing(first: "order: 900", with: "ordr: 900").replacing(
      first: "each is acknowledged", with: "each is acknowledged with `ack=9`")
    let outcome = try Program.run("check", folder.write("en/long-run.md", text))
    #expect(outcome.status == 65 && outcome.errors.hasSuffix(" problems.\n"))
    for problem in ["the key “order” is missing", "the key “ordr” is unknown", "with ack=9 has been sent"] {
      #expect(outcome.errors.contains(problem), "\(outcome.errors)")
    }
  }

  @Test func `A verb of another language is told with the one that is meant`() throws {
    let outcome = try Program.run("run", "-", input: "drop next client ACK\n")
    #expect(outcome.status == 65 && outcome.errors.contains("did you mean lose?"), "\(outcome.errors)")
  }

  @Test func `The searches of a chapter are searched by its id`() throws {
    let outcome = try Program.run("explore", "searches")
    #expect(outcome.status == 0 && outcome.output.hasPrefix("// found\n// belief-without-peer: the simplest way"))
    #expect(outcome.output.contains("// unbroken\nbelief-without-peer: none within:"))
    let none = try Program.run("explore", Fixture.call)
    #expect(none.status == 66)
    #expect(none.errors == "tcptutor: the chapter “call” has no explore block; name a search's file.\n")
  }

  @Test(arguments: [
    ["bogus"], ["run"], ["run", "-", "--format", "docx"], ["quiz", "--count", "0"], ["quiz", "--exam", "x"],
    ["--lang", "fr"],
    ["learn", "--theme", "pink"], ["run", "-", "--bogus"],
  ])
  func `Wrong usage ends with 64 and says something`(arguments: [String]) throws {
    let outcome = try Program.run(Program.path, arguments, environment: Program.environment())
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(!outcome.errors.isEmpty)
  }

  @Test func `Without a terminal home is told line by line, and a number goes on from there`() throws {
    let outcome = try Program.run("--lang", "zh", input: "1\nq\n")
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output.hasPrefix("tcptutor\n") && outcome.output.contains("[1/9]"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test(arguments: [
    ["run", "/nowhere/x"], ["run", "/nowhere/x.md"], ["diff", "/nowhere/x"], ["learn", "/nowhere/x.md"],
    ["check", "/nowhere/x"], ["check", "/nowhere/x.md"], ["check", "/nowhere/x.yaml"],
  ])
  func `A file that is not there is told by its name`(arguments: [String]) throws {
    let outcome = try Program.run(Program.path, arguments, environment: Program.environment())
    #expect(outcome.status == 66)
    let file = arguments[1]
    #expect(outcome.errors.hasPrefix("tcptutor: “\(file)”: there is no such file or directory.\n"), "\(outcome.errors)")
  }

  @Test func `A chapter is run by its id, in the language of the command, and read from a file of its own`() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("zh/mine.md", try Fixture.text("Lessons/zh/\(Fixture.chapter).md"))
    for (command, line) in [("run", "#1 SYN seq=7"), ("diff", "the runs differ in 1 place")] {
      let outcome = try Program.run(command, Fixture.chapter)
      #expect(outcome.status == 0 && outcome.errors == "" && outcome.output.contains(line))
      #expect(try Program.run(command, text).output == outcome.output)
    }
    let told = try Program.run("learn", text, input: "q\n")
    #expect(told.output.contains("有丢失的释放"), "\(told.output)")
    let unknown = try Program.run("run", "fixtur")
    #expect(unknown.status == 66)
    let message =
      "there is no file “fixtur”, and there is no chapter “fixtur”; did you mean fixture? one of: fixture, call, runs, searches."
    #expect(unknown.errors == "tcptutor: \(message)\n")
  }

  @Test func `Lines are as wide as is asked for`() throws {
    func widest(_ arguments: String...) throws -> Int? {
      let outcome = try Program.run(Program.path, arguments, input: handshake, environment: Program.environment())
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output.split(separator: "\n").map(\.count).max()
    }
    #expect(try widest("run", "-") == 80 && widest("run", "-", "--width", "66") == 66)
    let crash = handshake + "client crash\nserver send 5\nsettle\nclient connect\nwait 3s\n"
    for width in ["40", "80", "120"] {
      let parted = try Program.run("diff", "-", "--width", width, input: crash).output.split(separator: "\n")
      #expect(parted.map(\.count).max() == Int(width) && parted.contains { $0.hasPrefix("≠") }, "\(parted)")
    }
    #expect(try Program.run("run", "-", "--width", "39").status == 64)
  }

  @Test func `A directory is checked: as content, or file by file`() throws {
    let whole = try Program.run("check", Fixture.directory)
    let all = try Program.run("check")
    #expect(whole.status == 0 && whole.output == all.output)
    let folder = try TemporaryFolder()
    _ = try folder.write("a/right.txt", handshake)
    _ = try folder.write("notes.pdf", "no scenario")
    #expect(try Program.run("check", folder.path).output.contains(" 1 scenario."))
    let wrong = try folder.write("a/b/wrong.txt", "expect client LISTEN\n")
    let outcome = try Program.run("check", folder.path + "/")
    #expect(outcome.status == 1 && outcome.errors.hasPrefix("\(wrong):1:1: "), "\(outcome.errors)")
  }

  @Test func `A chapter of several runs is written run after run, or the one with a beat`() throws {
    let chapter = "\(Fixture.directory)/Lessons/en/\(Fixture.runs).md"
    let all = try Program.run("run", chapter, "--format", "jsonl")
    let headers = all.output.split(separator: "\n").filter { $0.hasPrefix("{\"tcptutor\"") }
    #expect(all.status == 0 && headers.count == 3)
    #expect(headers.last?.hasSuffix(#""profile":"rfc793","run":3,"beat":"another"}"#) == true)
    let one = try Program.run("run", Fixture.runs, "--format", "jsonl", "--beat", "answered")
    #expect(one.output.hasPrefix(headers[1]) && all.output.contains(one.output))
    let refused = try Program.run("run", chapter, "--format", "mermaid")
    #expect(refused.status == 64 && refused.errors.contains("--beat, as first or anew or another"))
    #expect(try Program.run("run", chapter, "--format", "mermaid", "--beat", "anew").status == 0)
    let unknown = try Program.run("run", chapter, "--beat", "answer")
    #expect(unknown.status == 66 && unknown.errors.contains("did you mean answered?"), "\(unknown.errors)")
    let folder = try TemporaryFolder()
    #expect(try Program.run("run", folder.write("s.txt", handshake), "--beat", "a").status == 64)
    let text = try Program.run("diff", chapter)
    #expect(text.output.contains("run 3  another"))
  }

  @Test func `An unknown chapter is told with those that there are`() throws {
    let outcome = try Program.run("learn", "two-way-handshake", environment: ["LANG": "zh_CN.UTF-8"])
    #expect(outcome.status == 66 && outcome.output == "")
    #expect(outcome.errors.contains("two-way-handshake") && outcome.errors.contains("fixture"))
  }

  @Test func `The course that ships is proven`() throws {
    func check(_ language: String) throws -> Program.Outcome {
      try Program.run(Program.built, ["check", "--lang", language], environment: Program.environment())
    }
    let outcome = try check("en")
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("All holds: "))
    #expect(try check("zh").output.hasPrefix("全部成立："))
  }

  @Test func `What is not covered is a table, and with --complete it is wrong`() throws {
    let table = try Program.run("check", "--width", "60", Fixture.directory)
    let lines = table.output.split(separator: "\n")
    #expect(table.status == 0 && table.errors.isEmpty)
    #expect(lines.contains("  statements of the textbook           2 of 3  S3"), "\(table.output)")
    #expect(lines.contains { $0.hasPrefix("  RFC against practice                 1 of 1") })
    #expect(lines.dropFirst().allSatisfy { $0.count <= 60 })
    let demanded = try Program.run("check", "--complete", Fixture.directory)
    #expect(demanded.status == 1 && demanded.output.isEmpty)
    #expect(demanded.errors.contains("coverage.yaml:5:1: no beat covers S3"), "\(demanded.errors)")
  }

  @Test func `Questions alone send back to beats that the course has`() throws {
    let folder = try TemporaryFolder()
    let items = try Fixture.text("Quizzes/items.yaml").replacing(first: "beat: half-closed", with: "beat: half-open")
    let outcome = try Program.run("check", folder.write("items.yaml", items))
    #expect(outcome.status == 1 && outcome.errors.contains("the chapter fixture has no beat “half-open”"))
  }

  @Test func `A chapter alone is proved with the statements of the course, and drawn`() throws {
    let folder = try TemporaryFolder()
    let chapter = try Fixture.text("Lessons/en/runs.md").replacing(first: "covers: S2 -->", with: "covers: S99 -->")
    let named = try Program.run("check", folder.write("en/runs.md", chapter))
    #expect(named.status == 1 && named.errors.contains("there is no statement “S99”"), "\(named.errors)")
    let long = chapter.replacing(first: "S99", with: "S2").replacing(
      first: "nobody listens.", with: String(repeating: "nobody listens ", count: 50))
    let outcome = try Program.run("check", folder.write("en/runs.md", long))
    #expect(outcome.status == 1 && outcome.errors.contains("rows, and 7 are the most"), "\(outcome.errors)")
  }

  @Test func `A claim that does not hold and a file that can't be read are told apart`() throws {
    let folder = try TemporaryFolder()
    let wrong = try folder.write("wrong.txt", "expect client LISTEN\n")
    #expect(try Program.run("check", wrong).status == 1)
    let broken = try folder.write("broken.yaml", "- id: x\n  revision: [\n")
    let outcome = try Program.run("check", broken)
    #expect(outcome.status == 65 && outcome.errors.contains("broken.yaml:"))
    let misconceptions = try folder.write("misconceptions.yaml", "{ a: b }\n")
    #expect(try Program.run("check", misconceptions).status == 65)
    let fine = try folder.write("fine.txt", handshake)
    #expect(try Program.run("check", fine).status == 0)
  }

  @Test(arguments: [
    ["learn", "fixture"], ["quiz"], ["quiz", "--count", "1", "--chapter", "fixture"],
  ])
  func `Where standard input is at its end, the work is not taken for done`(arguments: [String]) throws {
    let outcome = try Program.run(Program.path, arguments, environment: Program.environment())
    #expect(outcome.status == 66)
    #expect(outcome.errors == "tcptutor: the input ended before the work was done.\n")
    #expect(outcome.output.contains("A release with a loss") || outcome.output.contains("Question 1 of"))
  }

  @Test func `The same seed asks the same quiz, in either language`() throws {
    func quiz(_ seed: String, _ language: String) throws -> String {
      try Program.run("quiz", "--seed", seed, "--lang", language, input: "1\n1\n1\n").output
    }
    #expect(try quiz("7", "en") == quiz("7", "en"))
    #expect(try quiz("7", "en") != quiz("8", "en"))
    let numbers = try [quiz("7", "en"), quiz("7", "zh")].map { text in
      text.split { !$0.isNumber }.filter { $0.count > 6 }
    }
    #expect(Set(numbers[0]).isSubset(of: Set(numbers[1])) && !numbers[0].isEmpty)
  }

  @Test func `Help speaks the language of the locale`() throws {
    #expect(try Program.run("--help", environment: ["LANG": "zh_CN.UTF-8"]).output.contains("终端教程"))
    #expect(try Program.run("--help").output.contains("A tutor for how TCP connections"))
    #expect(
      try Program.run("--help", environment: ["LC_ALL": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"]).output.contains("终端教程"))
    let chapters = "fixture  10.3.7 有丢失的释放\ncall  9.9 一次短连接\nruns  9.9 三次运行\n" + "searches  9.9 两次搜索\n"
    #expect(try Program.run("learn", "--lang", "zh").output == chapters)
  }
}
