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
