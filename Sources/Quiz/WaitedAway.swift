import Bilingual
import Scenario
import Simulation
import TCP

extension Item {
  /// What is said where nothing is sent only because the scenario's last `wait` has gone on until it was; nil for
  /// anything else.
  func sendingThatIsWaitedAway(_ answered: Answered) -> Diagnostic? {
    let statements = answered.script.statements
    guard ask is NextSegmentAsk, answered.solution.key == .nothing,
      let last = statements.lastIndex(where: { if case .expect = $0.action { false } else { true } })
    else { return nil }
    switch statements[last].action {
    case .wait, .waitUntil: break
    default: return nil
    }
    var script = answered.script
    script.statements.removeSubrange(last...)
    let (host, run) = (answered.solution.host, answered.solution.before)
    for occurrence in run.transcript[Run(playing: script).transcript.count...] where occurrence.host == host {
      guard case .send(let segment, _, _) = occurrence.kind else { continue }
      let name = run.network.settings.names[host]
      return diagnostic(
        Localized(
          zh: "答案是“什么也不发”，可是 \(name) 在最后的 wait 里已经发了 \(segment)",
          en: "the answer is nothing, but within the last wait \(name) has sent \(segment)"),
        hint: Localized(
          zh: "如果问的就是它，去掉这个 wait：next-segment 自己会等到它发出为止",
          en: "if that is what is asked for, leave the wait out: next-segment waits by itself until it is sent"))
    }
    return nil
  }
}
