import Screen

/// The sequences that terminals send for keys and the mouse, whatever their descriptions say.
///
/// Their grammar is that of ECMA-48, so that a sequence nobody knows still ends where it ends.
enum EscapeSequence {
  static let escape: UInt8 = 0x1B
  private static let bell: UInt8 = 0x07

  /// Reads a sequence as far as it has come.
  ///
  /// - Parameter bytes: an Escape, and what followed; all but the last were found incomplete before.
  static func read(_ bytes: [UInt8]) -> KeyDecoder.Reading {
    guard bytes.count > 1 else { return .incomplete }
    switch bytes[1] {
    case letter("["): return bytes.count == 2 ? .incomplete : controlSequence(bytes)
    case letter("O"): return bytes.count == 2 ? .incomplete : singleShift(bytes)
    case letter("]"), letter("P"), letter("^"), letter("_"):
      return bytes.count == 2 ? .incomplete : string(bytes[bytes.count - 1])
    // What ends a string of which the beginning is gone.
    case letter("\\"): return .complete(nil)
    default: return .broken
    }
  }

  // MARK: CSI

  private static func controlSequence(_ bytes: [UInt8]) -> KeyDecoder.Reading {
    let last = bytes[bytes.count - 1]
    switch bytes[2] {
    case letter("M"): return oldMouseReport(bytes)
    // The Linux console's function keys have one more letter.
    case letter("[") where bytes.count == 3: return .incomplete
    case letter("["): return isGraphic(last) ? .complete(nil) : .broken
    default: break
    }
    switch last {
    case 0x20...0x3F: return bytes.count > KeyDecoder.limit ? .skipped : .incomplete
    case 0x40...0x7E where bytes.count > KeyDecoder.limit: return .complete(nil)
    case 0x40...0x7E: return .complete(input(parameters: bytes[2..<(bytes.count - 1)], final: last))
    default: return .broken
    }
  }

  private static func input(parameters: ArraySlice<UInt8>, final: UInt8) -> Input? {
    if parameters.first == letter("<") {
      guard let values = numbers(parameters.dropFirst()), values.count == 3, final == letter("M") else { return nil }
      return mouse(button: values[0], column: values[1], row: values[2])
    }
    if final == letter("~") {
      guard let values = numbers(parameters), values.count == 1 else { return nil }
      return editingKeys[values[0]].map(Input.key)
    }
    // A parameter tells of Shift and the like, which are other keys.
    return parameters.isEmpty ? cursorKeys[final].map(Input.key) : nil
  }

  /// Decimal numbers between semicolons; nil if there is anything else, or one is larger than any screen.
  private static func numbers(_ text: ArraySlice<UInt8>) -> [Int]? {
    let parts = text.split(separator: letter(";"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { UInt16(String(decoding: $0, as: UTF8.self)).map(Int.init) }
    return numbers.count == parts.count ? numbers : nil
  }

  private static let cursorKeys: [UInt8: Key] = [
    letter("A"): .up, letter("B"): .down, letter("C"): .right, letter("D"): .left, letter("H"): .home,
    letter("F"): .end, letter("Z"): .backTab,
  ]

  private static let editingKeys: [Int: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
  ]

  // MARK: SS3

  /// A cursor key or one of the number pad, in application mode.
  private static func singleShift(_ bytes: [UInt8]) -> KeyDecoder.Reading {
    let last = bytes[bytes.count - 1]
    switch last {
    case 0x30...0x3B: return bytes.count > KeyDecoder.limit ? .skipped : .incomplete
    case 0x40...0x7E where bytes.count > 3: return .complete(nil)
    case letter("M"): return .complete(.key(.enter))
    case letter("X"): return .complete(.key(.character("=")))
    // The number pad's signs and digits, 0x40 above what they mean.
    case letter("j")...letter("y"): return .complete(.key(.character(Character(Unicode.Scalar(last - 0x40)))))
    case 0x40...0x7E: return .complete(cursorKeys[last].map(Input.key))
    default: return .broken
    }
  }

  // MARK: Strings

  /// What a terminal answers to a question that another program asked: until a bell, or an Escape and a backslash.
  private static func string(_ last: UInt8) -> KeyDecoder.Reading {
    switch last {
    case bell: .complete(nil)
    case ..<0x20: .broken
    default: .skipped
    }
  }

  // MARK: The mouse

  /// A report of three bytes, each 32 above its value.
  private static func oldMouseReport(_ bytes: [UInt8]) -> KeyDecoder.Reading {
    if bytes.count > 3, bytes[bytes.count - 1] < 0x20 { return .broken }
    guard bytes.count == 6 else { return .incomplete }
    let values = bytes[3...].map { Int($0) - 32 }
    return .complete(mouse(button: values[0], column: values[1], row: values[2]))
  }

  /// - Parameters:
  ///   - button: its number and bits: 4, 8 and 16 for Shift, Meta and Control, 32 for a motion, 64 for the wheel.
  ///   - column: from 1.
  ///   - row: from 1.
  private static func mouse(button: Int, column: Int, row: Int) -> Input? {
    switch button & ~0b11100 {
    case 0 where column >= 1 && row >= 1: .click(Point(x: column - 1, y: row - 1))
    case 64: .scrollUp
    case 65: .scrollDown
    default: nil
    }
  }

  private static func isGraphic(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

  private static func letter(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(ascii: scalar) }
}
