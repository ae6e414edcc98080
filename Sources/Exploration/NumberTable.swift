/// A table from numbers to numbers, by open addressing: nothing is ever taken out of it.
struct NumberTable {
  private var keys: [UInt64]
  /// −1 where a slot is free.
  private var values: [Int32]
  private var count = 0

  init() {
    keys = Array(repeating: 0, count: 64)
    values = Array(repeating: -1, count: 64)
  }

  /// The value of a key, **0 …**; nil where it has none.
  subscript(key: UInt64) -> Int32? {
    let value = values[slot(of: key)]
    return value < 0 ? nil : value
  }

  /// Gives a value to a key that has none.
  mutating func insert(_ value: Int32, at key: UInt64) {
    if 2 * count >= keys.count { grow() }
    let slot = slot(of: key)
    keys[slot] = key
    values[slot] = value
    count += 1
  }

  /// Where the key is, or where it would be.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: scattered(key)) & mask
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: 2 * oldKeys.count)
    values = Array(repeating: -1, count: 2 * oldKeys.count)
    for (place, value) in oldValues.enumerated() where value >= 0 {
      let slot = slot(of: oldKeys[place])
      keys[slot] = oldKeys[place]
      values[slot] = value
    }
  }
}

/// Spreads a number over all bits.
///
/// - Note: Source: the finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
func scattered(_ number: UInt64) -> UInt64 {
  var number = number
  number = (number ^ (number >> 30)) &* 0xbf58_476d_1ce4_e5b9
  number = (number ^ (number >> 27)) &* 0x94d0_49bb_1331_11eb
  return number ^ (number >> 31)
}
