/// The steps between states that take no fault.
struct StepGraph {
  /// Where the successors of each state begin in `targets`; one more at the end.
  private var starts: [Int32] = [0]
  private var targets: [Int32] = []
  /// The states that are ends in themselves, in order.
  private var endings: [Int32] = []

  private var count: Int { starts.count - 1 }

  /// Adds the next state; states are numbered from 0 in the order of adding.
  mutating func append(_ successors: [Int32], isEnding: Bool) {
    if successors.isEmpty, isEnding { endings.append(Int32(count)) }
    targets += successors
    starts.append(Int32(targets.count))
  }

  /// Goes back from the endings: a state is settled once all that follow it are.
  ///
  /// - Returns: the longest way from any settled state to its end, **steps**; and the states that are not settled, in
  ///   order: from them something may go on for ever, or stop elsewhere.
  func settle() -> (longest: Int, unsettled: [Int32]) {
    let (origins, places) = reversed()
    var open = (0..<count).map { starts[$0 + 1] - starts[$0] }
    var lengths = [Int32](repeating: 0, count: count)
    var isSettled = [Bool](repeating: false, count: count)
    var queue = endings
    for ending in endings { isSettled[Int(ending)] = true }
    var next = 0
    while next < queue.count {
      let state = Int(queue[next])
      next += 1
      for place in places[state]..<places[state + 1] {
        let origin = Int(origins[Int(place)])
        lengths[origin] = max(lengths[origin], lengths[state] + 1)
        open[origin] -= 1
        guard open[origin] == 0 else { continue }
        isSettled[origin] = true
        queue.append(Int32(origin))
      }
    }
    let longest = queue.map { lengths[Int($0)] }.max() ?? 0
    return (Int(longest), (0..<Int32(count)).filter { !isSettled[Int($0)] })
  }

  /// The same steps, sorted by where they lead.
  private func reversed() -> (origins: [Int32], places: [Int32]) {
    var places = [Int32](repeating: 0, count: count + 1)
    for target in targets { places[Int(target) + 1] += 1 }
    for state in 0..<count { places[state + 1] += places[state] }
    var free = places
    var origins = [Int32](repeating: 0, count: targets.count)
    for state in 0..<count {
      for place in starts[state]..<starts[state + 1] {
        let target = Int(targets[Int(place)])
        origins[Int(free[target])] = Int32(state)
        free[target] += 1
      }
    }
    return (origins, places)
  }
}
