/// What is on its way to a host, as numbers of segments.
struct Channel: Hashable {
  /// What is under way, in order of sending.
  var underWay: [Int32] = []
  /// What is late.
  var late: [Int32] = []
}

/// All channels that there have been, numbered, with what becomes of each: worked out once, on first being asked.
struct Channels {
  /// A segment that may go, and what is left then.
  struct Departure {
    /// Of no meaning where it is not an arrival.
    let segment: Int32
    let rest: Int32
  }

  private var all: [Channel] = []
  private var counts: [(underWay: Int, late: Int)] = []
  private var numbers: [Channel: Int32] = [:]
  /// Where the departures from each channel begin; −1 where they have not been asked for.
  private var starts: [Int32] = []
  private var departures: [Departure] = []
  private var longer = NumberTable()

  /// The empty one is number 0.
  init() { _ = number(of: Channel()) }

  mutating func number(of channel: Channel) -> Int32 {
    if let number = numbers[channel] { return number }
    let number = Int32(all.count)
    numbers[channel] = number
    all.append(channel)
    counts.append((channel.underWay.count, channel.late.count))
    starts.append(-1)
    return number
  }

  /// The channel with something more under way.
  ///
  /// - Parameter output: the number of what is sent, which `segments` says.
  mutating func sending(_ output: Int32, to channel: Int32, _ segments: (Int32) -> [Int32]) -> Int32 {
    if output == 0 { return channel }
    let key = UInt64(UInt32(bitPattern: channel)) << 32 | UInt64(UInt32(bitPattern: output))
    if let known = longer[key] { return known }
    var after = all[Int(channel)]
    after.underWay += segments(output)
    let number = number(of: after)
    longer.insert(number, at: key)
    return number
  }

  /// How many segments a channel has.
  func count(of channel: Int32) -> (underWay: Int, late: Int) { counts[Int(channel)] }

  /// Where the departures from a channel begin: an arrival of each segment that is under way; if there are any, the
  /// loss and then the lateness of the first; an arrival of each that is late.
  mutating func start(of channel: Int32) -> Int {
    if starts[Int(channel)] < 0 { workOut(channel) }
    return Int(starts[Int(channel)])
  }

  subscript(departure: Int) -> Departure { departures[departure] }

  private mutating func workOut(_ number: Int32) {
    let channel = all[Int(number)]
    starts[Int(number)] = Int32(departures.count)
    for (place, segment) in channel.underWay.enumerated() {
      var rest = channel
      rest.underWay.remove(at: place)
      departures.append(.init(segment: segment, rest: self.number(of: rest)))
    }
    if let first = channel.underWay.first {
      var rest = channel
      rest.underWay.removeFirst()
      departures.append(.init(segment: first, rest: self.number(of: rest)))
      rest.late.append(first)
      departures.append(.init(segment: first, rest: self.number(of: rest)))
    }
    for (place, segment) in channel.late.enumerated() {
      var rest = channel
      rest.late.remove(at: place)
      departures.append(.init(segment: segment, rest: self.number(of: rest)))
    }
  }
}
