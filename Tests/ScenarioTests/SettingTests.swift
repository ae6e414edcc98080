import Bilingual
import Scenario
import Simulation
import TCP
import Testing

@Suite struct `Settings` {
  @Test func `The defaults are the figures' numbers`() throws {
    let settings = try read("").settings
    #expect(settings.names == Pair("client", "server"))
    #expect(settings.endpoints.a.initialSequenceNumbers == [100])
    #expect(settings.endpoints.b.initialSequenceNumbers == [300])
    #expect(settings.latency == .milliseconds(50))
    #expect(settings.profile == .rfc9293)
    for host in Host.allCases {
      let configuration = settings.endpoints[host]
      #expect(configuration.profile == .rfc9293)
      #expect(configuration.window == 65_535)
      #expect(configuration.maximumSegmentLifetime == .minutes(2))
      #expect(configuration.maximumSegmentSize == 1460)
    }
  }

  @Test func `Each setting sets what it says, and nothing else`() throws {
    let settings = try read(
      """
      hosts Left Right
      profile rfc793
      left isn 4294967295
      right isn 300 400 0
      left window 0
      right window 65535
      latency 7ms
      msl 30s
      mss 536
      """
    ).settings
    #expect(settings.names == Pair("Left", "Right"))
    #expect(settings.profile == .rfc793)
    #expect(settings.endpoints.a.initialSequenceNumbers == [4_294_967_295])
    #expect(settings.endpoints.b.initialSequenceNumbers == [300, 400, 0])
    #expect(settings.endpoints.a.window == 0 && settings.endpoints.b.window == 65_535)
    #expect(settings.latency == .milliseconds(7))
    for host in Host.allCases {
      #expect(settings.endpoints[host].profile == .rfc793)
      #expect(settings.endpoints[host].maximumSegmentLifetime == .seconds(30))
      #expect(settings.endpoints[host].maximumSegmentSize == 536)
    }
  }

  @Test(arguments: [
    ("rfc9293", Profile.rfc9293), ("RFC793", .rfc793), ("Linux", .linux), ("two-way", .twoWay),
    ("No-Time-Wait", .noTimeWait), ("rfc1337", .rfc1337),
  ])
  func `Every profile is read, in any case`(word: String, profile: Profile) throws {
    #expect(try read("profile \(word)").settings.profile == profile)
  }

  @Test func `A profile brings its segment lifetime, unless one is set before or after`() throws {
    for (source, lifetime) in [
      ("profile linux", Interval.seconds(30)), ("profile linux\nprofile rfc9293", .minutes(2)),
      ("msl 10s\nprofile linux", .seconds(10)), ("profile linux\nmsl 10s", .seconds(10)),
    ] {
      let settings = try read(source).settings
      for host in Host.allCases { #expect(settings.endpoints[host].maximumSegmentLifetime == lifetime, "\(source)") }
    }
  }

  @Test(
    arguments: [
      ("50ms", 50_000_000), ("1.6s", 1_600_000_000), ("2min", 120_000_000_000), ("2msl", 240_000_000_000),
      ("0.5msl", 60_000_000_000), ("0s", 0), ("0.001ms", 1000), (".5s", 500_000_000), ("2MSL", 240_000_000_000),
      ("50MS", 50_000_000), ("1Min", 60_000_000_000), ("100000000s", 100_000_000_000_000_000),
    ] as [(String, Int64)])
  func `Times are decimals with a unit, in one word`(word: String, nanoseconds: Int64) throws {
    #expect(try action("wait \(word)") == .wait(Interval(nanoseconds: nanoseconds)))
    #expect(try read("latency \(word)").settings.latency.nanoseconds == nanoseconds)
  }

  @Test func `msl as a unit is the lifetime that is set`() throws {
    #expect(try action("msl 30s\nwait 2msl") == .wait(.minutes(1)))
  }

  @Test func `A setting may be repeated: the last counts`() throws {
    #expect(try read("latency 1ms\nlatency 2ms").settings.latency == .milliseconds(2))
  }

  @Test func `Names may be any word that the language does not use`() throws {
    let script = try read("hosts 甲 乙\n乙 listen\n甲 connect\nsettle\nexpect 甲 ESTABLISHED, 乙 ESTABLISHED")
    #expect(Run(playing: script).isSound)
    #expect(script.settings.names == Pair("甲", "乙"))
  }

  @Test func `Several numbers serve in turn, over and over`() throws {
    try play(
      """
      server isn 300 4294967295
      server listen
      inject server SYN seq=1
      inject server RST seq=2
      inject server SYN seq=1
      expect sent server SYN,ACK seq=300 ack=2
      expect sent server SYN,ACK seq=4294967295 ack=2
      inject server RST seq=2
      inject server SYN seq=1
      expect in flight 3
      """)
  }

  @Test func `Settings take effect in the run`() throws {
    let run = try play(
      """
      hosts A B
      a isn 4294967295
      b isn 4294967294
      b window 1000
      latency 400ms
      msl 15s
      mss 4
      b listen
      a connect
      settle
      expect A ESTABLISHED, B ESTABLISHED
      a send 10
      expect sent a ACK seq=0 ack=4294967295 len=4
      expect sent a ACK seq=8 len=2
      """)
    #expect(run.network.endpoints.b.configuration.maximumSegmentLifetime == .seconds(15))
    #expect(run.network.now == .start + .milliseconds(1200))
    #expect(run.network.inFlight.count == 3)
  }

  @Test func `A parser can be fed in blocks, and settings stand before the first that does something`() {
    var parser = ScriptParser(file: "chapter.md")
    #expect(parser.read("server isn 400", firstLine: 10).isEmpty)
    let statements = parser.read("server listen", firstLine: 20)
    #expect(statements.map(\.location) == [SourceLocation(line: 20, column: 1, length: 13)])
    #expect(parser.read("latency 1s", firstLine: 30).isEmpty)
    #expect(parser.diagnostics.map(\.location) == [SourceLocation(line: 30, column: 1, length: 7)])
    #expect(parser.settings.endpoints.b.initialSequenceNumbers == [400])
    #expect(parser.settings.latency == .milliseconds(50))
  }
}
