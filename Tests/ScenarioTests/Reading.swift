import Bilingual
import Scenario
import Simulation
import TCP
import Testing

/// Reads a script that is right.
func read(_ source: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Script {
  do {
    return try ScriptParser.parse(source, file: "test.tcp")
  } catch {
    for diagnostic in error.all {
      Issue.record("\(diagnostic.location): \(diagnostic.message.en)", sourceLocation: sourceLocation)
    }
    throw error
  }
}

/// The actions of a script that is right.
func actions(_ source: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> [Action] {
  try read(source, sourceLocation: sourceLocation).statements.map(\.action)
}

/// The one action of a line that is right.
func action(_ line: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Action {
  let all = try actions(line, sourceLocation: sourceLocation)
  try #require(all.count == 1, sourceLocation: sourceLocation)
  return all[0]
}

/// Everything that is wrong with a script.
func diagnostics(_ source: String) -> [Diagnostic] {
  do {
    _ = try ScriptParser.parse(source, file: "test.tcp")
    return []
  } catch {
    return error.all
  }
}

/// Plays a script to its end, and fails where it stops or does not hold.
@discardableResult
func play(_ source: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Run {
  let run = Run(playing: try read(source, sourceLocation: sourceLocation))
  for failure in run.failures {
    Issue.record("line \(failure.location.line): \(failure.message.en)", sourceLocation: sourceLocation)
  }
  if let stop = run.stop {
    Issue.record("stopped at line \(stop.location.line): \(stop.message.en)", sourceLocation: sourceLocation)
  }
  return run
}

/// Plays a script that is to fail or to stop.
func attempt(_ source: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Run {
  Run(playing: try read(source, sourceLocation: sourceLocation))
}
