import TCP

/// Two endpoints, the wire between them, and one clock: a run as a value.
///
/// Keeping the old value is undo; a copy is "what if". Nothing here decides what TCP does: that is the endpoints'.
public struct Network: Sendable {
  /// What is settled before the run.
  public struct Settings: Hashable, Sendable {
    public var names = Pair("client", "server")
    public var endpoints = Pair(
      Endpoint.Configuration(initialSequenceNumbers: [100]), Endpoint.Configuration(initialSequenceNumbers: [300]))
    /// What stands for each host's ISN where numbers are letters.
    public var letters = Numbering.usualLetters
    /// One way.
    public var latency: Interval = .milliseconds(50)

    public init() {}

    /// The profile of the run: that of both endpoints.
    public var profile: Profile { endpoints.a.profile }

    /// Puts both endpoints under a profile.
    public mutating func use(_ profile: Profile) {
      for host in Host.allCases { endpoints[host].profile = profile }
    }
  }

  /// All of the present on which the future depends.
  struct Present: Sendable {
    var now: Instant = .start
    var endpoints: Pair<Endpoint>
    var wire = Wire()
    var segmentsSent = 0
    /// How many events there have been; the number of the one that is happening.
    var events: Int32 = 0
    var suppositions = Pair<PendingSupposition?>(nil, nil)
  }

  public let settings: Settings
  /// What has happened, which is only added to.
  public internal(set) var transcript: Transcript = []
  var present: Present

  public init(_ settings: Settings = Settings()) {
    self.settings = settings
    present = Present(endpoints: Pair(Endpoint(settings.endpoints.a), Endpoint(settings.endpoints.b)))
  }

  public var now: Instant { present.now }

  public var endpoints: Pair<Endpoint> { present.endpoints }

  public func state(of host: Host) -> State { present.endpoints[host].state }

  /// What is on its way, in order of arrival.
  public var inFlight: [SegmentInFlight] { present.wire.inFlight }

  /// What is held back, in order of being held.
  public var held: [SegmentInFlight] { present.wire.held }

  /// What is planned for segments that will be sent, in the order in which it was asked for.
  public var plans: [Fault] { present.wire.faults }
}

// MARK: - Places

extension Network {
  /// A moment of a run, to which it can go back: the run without its transcript, which only grew since.
  public struct Place: Sendable {
    let present: Present
    /// How much had happened, in **occurrences**.
    public let count: Int
  }

  /// Where the run is.
  public var place: Place { Place(present: present, count: transcript.count) }

  /// Goes back to where this run once was.
  public mutating func go(back place: Place) {
    precondition(place.count <= transcript.count, "the place is not behind")
    transcript.removeLast(transcript.count - place.count)
    present = place.present
  }
}
