import Figures
import Scenario
import Screen
import Simulation

/// A script, played; settings and all.
func played(_ source: String) throws -> Network {
  Run(playing: try ScriptParser.parse(source, file: "test")).network
}

/// The ladder of a script.
func ladder(_ source: String, columns: Int = 80, _ options: LadderOptions = .init()) throws -> Ladder {
  let network = try played(source)
  return Ladder(network.transcript, names: network.settings.names, columns: columns, options: options)
}

extension Ladder {
  /// All of it, or what lies above a row, as lines.
  func lines(upTo limit: Double? = nil) -> [String] {
    var surface = Surface(columns: columns, rows: height, widths: .standard)
    draw(on: &surface, in: surface.bounds, upTo: limit.map { LadderMoment($0) })
    return surface.lines
  }
}

/// The ladder of a script as lines; segments are numbered.
func drawnLadder(
  _ source: String, _ options: LadderOptions = .init(numbersSegments: true)
) throws -> [String] {
  try ladder(source, options).lines()
}

/// Scripts in which much is under way at once.
let busyScripts = [
  "client connect\nserver connect\nsettle\nclient close\nserver close\nsettle",
  "client isn 4294967290\nserver isn 4294967295\nclient connect\nserver connect\nsettle",
  "server listen\nduplicate next client SYN\nduplicate next server SYN,ACK\nclient connect\nsettle",
  "server listen\nclient connect\nsettle\nclient send 1000\nclient send 1000\nserver send 5\novertake\nsettle",
  "server listen\nhold next client SYN\nclient connect\ninject server SYN seq=90\nstep 2\nrelease\nsettle",
  """
  server listen
  client connect
  settle
  client send 9
  client close
  server send 3
  server close
  settle
  wait 3s
  client status
  """,
  """
  server listen
  lose next server SYN,ACK x2
  client connect
  wait 5s
  delay next client FIN,ACK 3s
  client close
  wait 1s
  client crash
  server send 5
  wait 10s
  inject client RST seq=1
  """,
]
