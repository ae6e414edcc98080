import TCP
import Testing

/// No clause of an RFC is without a test: a new `Rule` has to bring its story, or this fails. What Linux does is not
/// told here.
@Suite struct `Rules` {
  @Test(arguments: RuleStory.all.indices)
  func `Each rule is fired by its story`(index: Int) {
    let story = RuleStory.all[index]
    var endpoint = Endpoint(story.situation, profile: story.profile)
    var last: Transition?
    for event in story.events {
      // R2 is a matter of time: the event that is to exceed it comes late.
      let now = story.rule == .retransmissionGivesUp ? Instant.start + 180.0 : .later
      last = endpoint.handle(event, at: now)
    }
    #expect(last?.rules.contains(story.rule) == true, "\(story.rule): \(Array(last!.rules))")
  }

  @Test func `Every rule has a story`() {
    let told = Set(RuleStory.all.map(\.rule))
    let untold = Rule.allCases.filter { !told.contains($0) && $0.provision.document != .linux }
    #expect(untold.isEmpty)
  }

  @Test func `Every repair and every clause of RFC 5961 is silent where it has no business`() {
    let forbidden: [Profile: Set<Rule>] = [
      .rfc9293: [.resetIsInWindow, .synInWindowResets],
      .rfc793: [.resetIsExact, .resetInWindowIsChallenged, .synIsChallenged, .ackTooOldIsChallenged],
    ]
    let others = Rule.allCases.filter { [.linux, .whatIf].contains($0.provision.document) }
    for (profile, some) in forbidden {
      let rules = some.union(others)
      for story in RuleStory.all {
        var endpoint = Endpoint(story.situation, profile: profile)
        for event in story.events {
          let fired = Set(endpoint.handle(event, at: .later).rules)
          #expect(fired.isDisjoint(with: rules), "\(story.rule) under \(profile)")
        }
      }
    }
  }
}

@Suite struct `The rule catalogue` {
  @Test func `Identifiers are words in lower case, and none is used twice`() {
    let identifiers = Rule.allCases.map(\.description)
    #expect(Set(identifiers).count == identifiers.count)
    for identifier in identifiers {
      #expect(identifier.allSatisfy { ($0.isASCII && $0.isLowercase) || $0.isNumber || $0 == "-" }, "\(identifier)")
    }
  }

  @Test(arguments: Rule.allCases)
  func `A rule is found by its identifier, and says where it stands and what, in both languages`(rule: Rule) {
    let provision = rule.provision
    #expect(Rule(identifier: provision.identifier) == rule)
    #expect(provision.step.isEmpty == provision.chineseStep.isEmpty)
    #expect(!provision.section.isEmpty)
    #expect(provision.english.hasSuffix("."))
    #expect(provision.chinese.hasSuffix("。"))
  }

  @Test(
    arguments: [
      (.finMakesCloseWait, "RFC 9293 §3.10.7.4, step 8", "RFC 9293 §3.10.7.4 第 8 步"),
      (
        .resetInWindowIsChallenged, "RFC 5961 §3.2; RFC 9293 §3.10.7.4, step 2",
        "RFC 5961 §3.2；RFC 9293 §3.10.7.4 第 2 步"
      ),
      (.retransmissionBacksOff, "RFC 6298 §5.5", "RFC 6298 §5.5"),
      (.repeatedFinRestartsTimeWait, "RFC 9293 §3.10.7.4, step 1, repaired", "RFC 9293 §3.10.7.4 第 1 步（修补）"),
      (.linuxSequenceTest, "Linux tcp_sequence", "Linux tcp_sequence"),
      (.whatIfTwoWay, "Not TCP, what if: two-way", "假设，不是 TCP：two-way"),
    ] as [(Rule, String, String)])
  func `Where a rule stands is written as each language cites`(rule: Rule, english: String, chinese: String) {
    #expect(rule.provision.source == english && rule.provision.chineseSource == chinese)
  }

  @Test func `What is no rule is not found`() {
    #expect(Rule(identifier: "") == nil)
    #expect(Rule(identifier: "RST-EXACT") == nil)
    #expect(Rule(identifier: "rst") == nil)
  }

  @Test func `The repairs are those of T1, T2, T3, T5 and T6`() {
    #expect(
      Rule.allCases.filter { $0.provision.document == .repair } == [
        .repeatedSynGetsSynAck, .synAckOfSimultaneousOpen, .repeatedFinRestartsTimeWait, .timeWaitAcknowledges,
        .secondFinIsIgnored,
      ])
  }
}

@Suite struct `The list of rules that fired` {
  @Test func `keeps the order, up to sixteen`() {
    var list = RuleList()
    #expect(list.isEmpty)
    let rules = Array(Rule.allCases.suffix(20))
    for (index, rule) in rules.enumerated() {
      list.append(rule)
      #expect(Array(list) == Array(rules.prefix(min(16, index + 1))))
    }
  }

  @Test func `is equal only to the same rules in the same order`() {
    let list: RuleList = [.openPassive, .status]
    #expect(list == [.openPassive, .status])
    #expect(list.hashValue == ([.openPassive, .status] as RuleList).hashValue)
    #expect(list != [.status, .openPassive])
    #expect(list != [.openPassive])
    #expect([.openPassive] as RuleList != [], "the first rule counts though its number is zero")
  }
}
