import CCurses
import Screen

extension Attributes {
  /// These attributes in the numbers of the C target.
  var curses: UInt32 {
    let table: [(Attributes, Int)] = [
      (.bold, CCURSES_BOLD), (.dim, CCURSES_DIM), (.underline, CCURSES_UNDERLINE), (.reverse, CCURSES_REVERSE),
    ]
    return table.reduce(0) { contains($1.0) ? $0 | UInt32($1.1) : $0 }
  }
}
