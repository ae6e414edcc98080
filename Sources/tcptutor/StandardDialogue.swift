import Tutor

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A talk over standard input and output.
struct StandardDialogue: Dialogue {
  func say(_ line: String) { print(line) }

  func ask(_ prompt: String) -> String? {
    print(prompt, terminator: "")
    fflush(nil)
    let line = readLine()
    // What is typed at a terminal ends its line there; a pipe leaves that to us.
    if isatty(STDIN_FILENO) == 0 { print() }
    return line
  }
}
