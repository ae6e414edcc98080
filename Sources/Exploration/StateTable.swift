/// A world in two words: numbers of what it consists of.
struct PackedWorld: Hashable {
  /// The numbers of both ends, 20 bits each; the calls that each user has made or passed over, and the faults, 8 each.
  var ends: UInt64
  /// The numbers of the channels towards a, in the upper half, and towards b.
  var channels: UInt64
}

/// The worlds that were found, numbered in the order of finding; so the table is the queue of a breadth-first search.
struct StateTable {
  private(set) var worlds: [PackedWorld] = []
  /// The number of a world and one, in the lower half, beside the upper half of its hash; 0 where a slot is free.
  private var slots: [UInt64]

  init() { slots = Array(repeating: 0, count: 1024) }

  var count: Int { worlds.count }

  /// The number of a world; what is new is added at the end.
  mutating func number(of world: PackedWorld) -> (number: Int32, isNew: Bool) {
    if 2 * worlds.count >= slots.count { grow() }
    let hash = Self.hash(world)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) >> 32 == 0 {
        let number = Int(truncatingIfNeeded: slots[slot] & 0xffff_ffff) - 1
        if worlds[number] == world { return (Int32(number), false) }
      }
      slot = (slot + 1) & mask
    }
    worlds.append(world)
    slots[slot] = hash & ~0xffff_ffff | UInt64(worlds.count)
    return (Int32(worlds.count - 1), true)
  }

  private static func hash(_ world: PackedWorld) -> UInt64 { scattered(world.ends ^ scattered(world.channels)) }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    let mask = slots.count - 1
    for (number, world) in worlds.enumerated() {
      let hash = Self.hash(world)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & ~0xffff_ffff | UInt64(number + 1)
    }
  }
}
