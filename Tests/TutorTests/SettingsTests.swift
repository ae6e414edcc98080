import Bilingual
import Testing
import Tutor

@Suite struct `What is settled` {
  private func read(_ text: String) -> (settings: Settings, problems: [String]) {
    let (settings, problems) = SettingsText(text, file: "settings.yaml").read()
    return (
      settings,
      problems.map { "\($0.location.line):\($0.location.column): \($0.message.en); \($0.hint?.en ?? "")" }
    )
  }

  @Test(arguments: Setting.all.map(\.name))
  func `Each can be set to each of its values, and says so; the first is what holds unless it is set`(name: String)
    throws
  {
    let setting = try #require(Setting(named: name))
    #expect(setting.values.count > 1 && setting.value(in: Settings()) == setting.values[0])
    for value in setting.values {
      var settings = Settings()
      let isSet = setting.set(value.uppercased(), in: &settings)
      #expect(isSet && setting.value(in: settings) == value)
      #expect(
        Setting.all.count { $0.value(in: settings) != $0.value(in: Settings()) } == (value == setting.values[0] ? 0 : 1)
      )
      let (read, problems) = read("\(name): \(value)\n")
      #expect(read == settings && problems.isEmpty)
    }
    var settings = Settings()
    let isSet = setting.set("", in: &settings)
    #expect(!isSet && settings == Settings())
  }

  @Test func `Nothing set is no mistake`() {
    for text in ["", "\n", "# nothing yet\n", "{}\n"] {
      #expect(read(text).settings == Settings() && read(text).problems == [])
    }
  }

  @Test func `What is wrong is told with its place, and the rest holds`() {
    let (settings, problems) = read("theme: pink  # nice\nlanguage: zh\ncolour: off\nascii: [on]\ncolor: no\n")
    #expect(
      problems == [
        "1:8: “pink” is no value of “theme”; one of: dark, light, contrast, mono",
        "3:1: the key “colour” is unknown; did you mean color? one of: \(Setting.all.map(\.name).joined(separator: ", "))",
        "4:8: a text belongs here; ",
      ])
    #expect(settings.language == .zh && !settings.usesColor && settings.theme == .dark && !settings.drawsInASCII)
    #expect(read("theme: light\n  x: [\n").settings == Settings())
    #expect(read("- theme\n").problems == ["1:1: keys and values belong here; "])
  }

  @Test(arguments: [
    ("", "theme: light\n"),
    ("# mine\n", "# mine\ntheme: light\n"),
    ("color: off", "color: off\ntheme: light\n"),
    ("# mine\ntheme: dark  # at night\ncolor: off\n", "# mine\ntheme: light  # at night\ncolor: off\n"),
    ("theme:   'dark'\n\n# end\n", "theme:   light\n\n# end\n"),
    ("theme: \"dark\" # q\n", "theme: light # q\n"),
    ("{theme: dark, color: off}\n", "{theme: light, color: off}\n"),
    ("theme: dark\r\ncolor: off\r\n", "theme: light\r\ncolor: off\r\n"),
    ("theme: light\n", "theme: light\n"),
  ])
  func `A change rewrites its one line`(before: String, after: String) {
    var text = SettingsText(before, file: "settings.yaml")
    let isSet = text.set(.theme, to: "light")
    #expect(isSet && text.text == after)
    #expect(text.read().settings.theme == .light)
  }

  @Test(arguments: [
    "theme: [\n", "- theme\n", "theme: >\n  dark\n", "color: pink\n", "hue: 1\n", "theme: dark\ntheme: mono\n",
  ])
  func `What can't be read is left alone`(before: String) {
    var text = SettingsText(before, file: "settings.yaml")
    let isSet = text.set(.theme, to: "light")
    #expect(!isSet && text.text == before)
    var empty = SettingsText("", file: "settings.yaml")
    let isPink = empty.set(.theme, to: "pink")
    #expect(!isPink && empty.text == "")
  }
}
