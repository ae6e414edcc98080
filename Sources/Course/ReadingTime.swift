extension Chapter {
  /// How long it takes to read and look at, in whole **minutes**, 1 …: two words or three Chinese characters a second.
  public var minutes: Int {
    let seconds = beats.reduce(0.0) { $0 + $1.prose.plainText.secondsOfReading }
    return max(1, Int((seconds / 60).rounded()))
  }
}

extension String {
  fileprivate var secondsOfReading: Double {
    let (wide, others) = reduce(into: (0, "")) { sum, character in
      // Beyond the alphabets each character is about half a word.
      if character.unicodeScalars.first!.value >= 0x2E80 { sum.0 += 1 } else { sum.1.append(character) }
    }
    return Double(wide) / 3 + Double(others.split(whereSeparator: \.isWhitespace).count) / 2
  }
}
