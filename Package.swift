// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "tcptutor",
  defaultLocalization: "en",
  platforms: [.macOS(.v14)],
  targets: [
    .target(name: "TCP", swiftSettings: strict),
    .target(name: "Simulation", dependencies: ["TCP"], swiftSettings: strict),
    .target(name: "Bilingual", swiftSettings: strict),
    .target(name: "Scenario", dependencies: ["Bilingual", "Simulation", "TCP"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
