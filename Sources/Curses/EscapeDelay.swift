/// How long the rest of a sequence may take to come, nanoseconds.
struct EscapeDelay: Equatable {
  /// Behind an Escape alone: what the Escape key takes to act.
  let escape: Int64
  /// Behind more: no key is a sequence that is begun, so that nobody waits for it.
  var sequence: Int64 { max(escape, 250_000_000) }

  /// As `ESCDELAY` says, in milliseconds; else short, and longer where what is typed comes over a network.
  ///
  /// - Parameter variable: the value of a variable in the environment.
  init(variable: (String) -> String?) {
    let isRemote = ["SSH_CONNECTION", "SSH_TTY"].contains { variable($0)?.isEmpty == false }
    let stated = variable("ESCDELAY").flatMap { Int64($0) }.flatMap { 0...10_000 ~= $0 ? $0 : nil }
    escape = (stated ?? (isRemote ? 100 : 25)) * 1_000_000
  }

  func after(_ pending: KeyDecoder.Pending) -> Int64 {
    switch pending {
    case .escape: escape
    case .sequence: sequence
    }
  }
}
