import Bilingual
import Tutor

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A talk over standard input and output.
///
/// Where nobody reads standard output any more there is nobody to talk to, and the program ends.
struct StandardDialogue: Dialogue {
  let language: Language

  func say(_ line: String) { write(line + "\n") }

  func ask(_ prompt: String) -> String? {
    write(prompt)
    let line = readLine()
    // What is typed at a terminal ends its line there; a pipe leaves that to us.
    if isatty(STDIN_FILENO) == 0 { write("\n") }
    return line
  }

  private func write(_ text: String) {
    do {
      try Output.standard.write(Array(text.utf8))
    } catch {
      complain("tcptutor: " + error.message[language])
      exit(error.status.rawValue)
    }
  }
}
