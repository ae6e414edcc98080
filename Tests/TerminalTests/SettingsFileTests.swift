import Foundation
import Support
import Testing
import Tutor

@testable import tcptutor

@Suite struct `The settings' file` {
  @Test func `Options come before the file, and the file before the locale`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("tcptutor/settings.yaml", "language: zh\nascii: on\n")
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Outcome {
      try Program.run(
        Program.path, ["run", "-"] + arguments, input: "client connect\n",
        environment: Program.environment(["XDG_CONFIG_HOME": folder.path].merging(environment) { $1 }))
    }
    let drawn = try run()
    #expect(drawn.status == 0 && drawn.errors == "" && drawn.output.contains("|"))
    #expect(!drawn.output.contains("│") && drawn.output.contains("客户端"))
    #expect(try Program.run("run", "-", input: "client connect\n").output.contains("│"))
    #expect(try run("--help").output.contains("运行一个场景"))
    #expect(try run("--help", "--lang", "en").output.contains("Play a scenario"))
    // A relative path does not count.
    #expect(try run(environment: ["XDG_CONFIG_HOME": "tcptutor"]).output.contains("│"))
  }

  @Test func `Without XDG_CONFIG_HOME it is below ~/.config`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(".config/tcptutor/settings.yaml", "ascii: yes\n")
    let outcome = try Program.run("run", "-", input: "client connect\n", environment: ["HOME": folder.path])
    #expect(outcome.status == 0 && outcome.output.allSatisfy(\.isASCII))
  }

  @Test func `What is wrong in it is told, and the work is done all the same`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("tcptutor/settings.yaml", "ascii: on\ntheme: pink\n")
    let outcome = try Program.run(
      "run", "-", input: "client connect\n", environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(outcome.status == 0 && outcome.output.contains("SYN seq=100") && outcome.output.allSatisfy(\.isASCII))
    #expect(
      outcome.errors == """
        \(file):2:8: “pink” is no value of “theme”
          2 | theme: pink
            |        ^^^^
          = one of: dark, light, contrast, mono

        """)
  }

  @Test func `Settling something makes the file, or rewrites its line, and leaves nothing else behind`() throws {
    let folder = try TemporaryFolder()
    let file = SettingsFile(path: folder.path + "/new/tcptutor/settings.yaml")
    try file.set(.theme, to: "light")
    try file.set(.color, to: "off")
    #expect(try folder.read("new/tcptutor/settings.yaml") == "theme: light\ncolor: off\n")
    try file.set(.theme, to: "mono")
    #expect(try folder.read("new/tcptutor/settings.yaml") == "theme: mono\ncolor: off\n")
    #expect(file.read().settings.theme == .mono)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/new/tcptutor") == ["settings.yaml"])
  }

  @Test func `A link stays a link`() throws {
    let folder = try TemporaryFolder()
    let real = try folder.write("dotfiles/settings.yaml", "# mine\n")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/settings.yaml", withDestinationPath: real)
    try SettingsFile(path: folder.path + "/settings.yaml").set(.theme, to: "light")
    #expect(try folder.read("dotfiles/settings.yaml") == "# mine\ntheme: light\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/settings.yaml") == real)
  }

  @Test func `Where it can't be written, or has a fault, that is said and nothing changes`() throws {
    let folder = try TemporaryFolder()
    let broken = try folder.write("broken.yaml", "theme: [\n")
    #expect(throws: Failure.self) { try SettingsFile(path: broken).set(.theme, to: "light") }
    #expect(try folder.read("broken.yaml") == "theme: [\n")
    _ = try folder.write("file", "")
    #expect(throws: Failure.self) {
      try SettingsFile(path: folder.path + "/file/settings.yaml").set(.theme, to: "light")
    }
  }
}
