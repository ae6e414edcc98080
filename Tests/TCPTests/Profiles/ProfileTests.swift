import TCP
import Testing

@Suite struct `Profiles` {
  @Test func `are found by name in any case, and none by another`() {
    for profile in Profile.allCases + Profile.whatIf {
      #expect(Profile(named: profile.name) == profile)
      #expect(Profile(named: profile.name.uppercased()) == profile)
      #expect(profile.description == profile.name)
    }
    #expect(Profile(named: "bsd") == nil && Profile(named: "") == nil)
    #expect(Set(Profile.names).count == Profile.allCases.count + Profile.whatIf.count)
    #expect(Profile.allCases.map(\.name) == ["rfc9293", "rfc793", "linux"])
  }

  @Test func `say whether they are TCP`() {
    for profile in Profile.allCases { #expect(!profile.isWhatIf) }
    for profile in Profile.whatIf { #expect(profile.isWhatIf) }
    #expect(Profile("broken").isWhatIf, "what a test derives is none either")
  }

  @Test func `can be derived, and are equal by name`() {
    let small = Profile("small", Profile.linux.traits) { $0.window = 1000 }
    #expect(small.window == 1000 && small.maximumSegmentLifetime == .seconds(30))
    #expect(small != .linux && small == Profile("small"))
    #expect(Set([small, Profile("small"), .linux]).count == 2)
    #expect(Endpoint.Configuration(profile: small).window == 1000)
  }
}
