#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// swift build -c release --static-swift-stdlib && .build/release/benchmark
let folder = String(CommandLine.arguments[0].dropLast("/benchmark".count))

func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

func milliseconds(_ duration: Duration) -> String { "\(rounded(duration / .milliseconds(1))) ms" }

let machine = MachineSpeed(lives: 100_000).measure()
print("the machine alone, one core (budget: 2,000,000 events/s)")
print("  events/s              \(Int(machine.eventsPerSecond))")
print("  an event, in STATUS   \(rounded(machine.ratioToStatus))")

let exploration = ExplorationSpeed().measure()
print("every way two endpoints open and close, two faults, one core")
print(
  "  states, transitions   \(exploration.search.states), \(exploration.search.transitions); "
    + "violations \(exploration.search.violations)")
print(
  "  time, states/s        \(milliseconds(exploration.search.duration)), \(Int(exploration.search.statesPerSecond))")
print("  the plain search      \(milliseconds(exploration.oracle.duration)), \(exploration.oracle.states) states")
print("  times faster          \(rounded(exploration.ratio))   (budget: 150 ms, and 12 times)")

let three = ExplorationSpeed().measureThree()
print(
  "  with three faults     \(milliseconds(three.duration)), \(three.states) states; violations \(three.violations)")

guard let start = StartUp(folder: folder, rounds: 41).measure() else {
  print("benchmark: \(folder) has no tcptutor or bare-curses that starts; build all products in release first")
  exit(69)
}
print("start to first painted screen, median of 41 in a pty of 80×24")
print("  bare ncurses program  \(milliseconds(start.bare))")
print("  tcptutor learn        \(milliseconds(start.tutor))")
print("  ratio                 \(rounded(start.ratio))   (budget: 2)")

let screen = ScreenSpeed(folder: folder)
guard let keys = try screen.keys()?.sorted(), let motion = try screen.motion() else {
  print("benchmark: the program does not run in a terminal of 300×100 or 100×30")
  exit(69)
}
print("from a key to the whole screen, 300×100, a run of \(ScreenSpeed.occurrences) occurrences open, 40 keys")
print("  median, worst         \(milliseconds(keys.median)), \(milliseconds(keys[keys.count - 1]))   (budget: 16 ms)")
print("sent while a motion is played, 100×30")
print("  bytes, seconds        \(motion.bytes), \(rounded(motion.duration / .seconds(1)))")
print("  bytes in a second     \(Int(motion.bytesPerSecond)), at most \(motion.mostInASecond)   (budget: 4096)")
if let rest = try screen.rest() {
  print("at rest for three seconds")
  print("  bytes, wake-ups       \(rest.bytes), \(rest.wakeUps)   (budget: 0, 0)")
}
