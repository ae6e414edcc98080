// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

let targets: [Target] = [
  // The core: pure values.
  .target(name: "Bilingual", swiftSettings: strict),
  .target(name: "TCP", swiftSettings: strict),
  .target(name: "Simulation", dependencies: ["TCP"], swiftSettings: strict),
  .target(name: "Scenario", dependencies: ["Bilingual", "Simulation", "TCP"], swiftSettings: strict),
  .target(name: "Exploration", dependencies: ["Bilingual", "Scenario", "Simulation", "TCP"], swiftSettings: strict),
  // What is drawn, without a terminal.
  .target(name: "Screen", dependencies: ["Bilingual"], swiftSettings: strict),
  .target(name: "Figures", dependencies: ["Bilingual", "Screen", "Simulation", "TCP"], swiftSettings: strict),
  .target(
    name: "Notation", dependencies: ["Bilingual", "Figures", "Screen", "Simulation", "TCP"],
    swiftSettings: strict),
  // What is taught and asked.
  .target(
    name: "CMarkdown", cSettings: strictC,
    linkerSettings: [.linkedLibrary("cmark-gfm"), .linkedLibrary("cmark-gfm-extensions")]),
  .target(name: "CYAML", cSettings: strictC, linkerSettings: [.linkedLibrary("yaml")]),
  .target(name: "Manuscript", dependencies: ["Bilingual", "CYAML"], swiftSettings: strict),
  .target(
    name: "Quiz", dependencies: ["Bilingual", "Figures", "Manuscript", "Notation", "Scenario", "Simulation", "TCP"],
    swiftSettings: strict),
  .target(
    name: "Course",
    dependencies: [
      "Bilingual", "CMarkdown", "Exploration", "Figures", "Manuscript", "Quiz", "Scenario", "Simulation", "TCP",
    ],
    swiftSettings: strict),
  // The program.
  .target(
    name: "Tutor",
    dependencies: [
      "Bilingual", "Course", "Figures", "Manuscript", "Notation", "Quiz", "Scenario", "Screen", "Simulation", "TCP",
    ],
    swiftSettings: strict),
  .target(name: "CCurses", cSettings: strictC, linkerSettings: [.linkedLibrary("ncursesw")]),
  .target(name: "Curses", dependencies: ["Bilingual", "CCurses", "Screen"], swiftSettings: strict),
  .executableTarget(
    name: "tcptutor",
    dependencies: [
      "Bilingual", "Content", "Course", "Curses", "Exploration", "Figures", "Manuscript", "Notation", "Quiz",
      "Scenario", "Screen", "Simulation", "TCP", "Tutor",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ], swiftSettings: strict,
    // Tens of thousands of addresses would be relocated at every start of a position-independent executable.
    linkerSettings: [
      .unsafeFlags(["-Xclang-linker", "-no-pie"], .when(platforms: [.linux], configuration: .release))
    ]),
  // Measurements.
  .target(name: "CPseudoTerminal", cSettings: strictC, linkerSettings: [.linkedLibrary("util")]),
  .executableTarget(
    name: "benchmark", dependencies: ["CPseudoTerminal", "Exploration", "ExplorationOracle", "Support", "TCP"],
    path: "Sources/Benchmark", swiftSettings: strict),
  .executableTarget(
    name: "bare-curses", path: "Sources/BareCurses", cSettings: strictC,
    linkerSettings: [.linkedLibrary("ncursesw")]),
  // Tests.
  .target(
    name: "Support", dependencies: ["Bilingual"], path: "Tests/Support", exclude: ["Fixture"], swiftSettings: strict),
  .testTarget(
    name: "TCPTests", dependencies: ["Bilingual", "Course", "Quiz", "Scenario", "Simulation", "Support", "TCP"],
    swiftSettings: strict),
  .target(
    name: "ExplorationOracle", dependencies: ["Exploration", "Simulation", "TCP"], path: "Tests/ExplorationOracle",
    swiftSettings: strict),
  .testTarget(
    name: "ExplorationTests",
    dependencies: ["Bilingual", "Exploration", "ExplorationOracle", "Scenario", "Simulation", "TCP"],
    swiftSettings: strict),
  .testTarget(
    name: "FiguresTests", dependencies: ["Bilingual", "Figures", "Scenario", "Screen", "Simulation", "TCP"],
    swiftSettings: strict),
  .testTarget(
    name: "NotationTests",
    dependencies: ["Bilingual", "Figures", "Notation", "Scenario", "Screen", "Simulation", "TCP"],
    swiftSettings: strict),
  .testTarget(
    name: "CourseTests", dependencies: ["Bilingual", "Course", "Quiz", "Scenario", "Support", "TCP"],
    swiftSettings: strict),
  .testTarget(
    name: "QuizTests", dependencies: ["Bilingual", "Manuscript", "Quiz", "Scenario", "Simulation", "Support", "TCP"],
    swiftSettings: strict),
  .testTarget(
    name: "BrokenMachineTests", dependencies: ["Course", "Quiz", "Scenario", "Support", "TCP"], swiftSettings: strict),
  .testTarget(
    name: "TutorTests",
    dependencies: [
      "Bilingual", "Course", "Figures", "Quiz", "Scenario", "Screen", "Simulation", "Support", "TCP", "Tutor",
      "tcptutor",
    ],
    swiftSettings: strict),
  .testTarget(
    name: "TerminalTests", dependencies: ["Bilingual", "CPseudoTerminal", "Screen", "Support", "Tutor", "tcptutor"],
    swiftSettings: strict),
  .testTarget(name: "SimulationTests", dependencies: ["Scenario", "Simulation", "TCP"], swiftSettings: strict),
  .testTarget(
    name: "ScenarioTests", dependencies: ["Bilingual", "Scenario", "Simulation", "TCP"], swiftSettings: strict),
  .testTarget(
    name: "LinuxTests", dependencies: ["Scenario", "Simulation", "TCP"], resources: [.copy("Recordings")],
    swiftSettings: strict),
  .testTarget(name: "ManuscriptTests", dependencies: ["Bilingual", "Manuscript", "Support"], swiftSettings: strict),
  .testTarget(name: "ScreenTests", dependencies: ["Bilingual", "Screen"], swiftSettings: strict),
  .testTarget(name: "CursesTests", dependencies: ["CCurses", "Curses", "Screen"], swiftSettings: strict),
]

// The target that carries Lessons and Quizzes has the whole tree for its folder, and must not look at the others.
let content = Target.target(
  name: "Content", path: ".",
  exclude: ["LICENSE", "README.md", "Tests"] + targets.filter { !$0.isTest }.map { $0.path ?? "Sources/\($0.name)" },
  sources: ["Sources/Content"], resources: [.copy("Lessons"), .copy("Quizzes")], swiftSettings: strict)

let package = Package(
  name: "tcptutor",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: targets + [content],
  swiftLanguageModes: [.v6]
)
