#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// swift build -c release --static-swift-stdlib && .build/release/benchmark
let folder = String(CommandLine.arguments[0].dropLast("/benchmark".count))

guard let result = StartUp(folder: folder, rounds: 41).measure() else {
  print("benchmark: \(folder) has no tcptutor or bare-curses that starts; build all products in release first")
  exit(69)
}
print("start to first painted screen, median of 41 in a pty of 80×24")
print("  bare ncurses program  \(result.bare)")
print("  tcptutor learn        \(result.tutor)")
print("  ratio                 \((result.ratio * 100).rounded() / 100)   (budget: 2)")
