import Bilingual
import Simulation
import TCP

/// How much a run may have. What would go beyond does not happen, and the run stops with a sentence, so that no script
/// hangs or fills the memory, in whatever way the run is written down.
extension Run {
  /// How many occurrences a run may have, of whatever kind.
  public static let occurrenceLimit = 10_000
  /// How many segments may arrive in one `settle`.
  public static let settleLimit = 1_000
  /// How many segments may be under way at once, copies included.
  public static let underWayLimit = 512
  /// How many **octets** of data all that is sent and arrives may carry.
  public static let dataLimit = 16 << 20
  /// How many **octets of UTF-8** all `expect` lines may have that are played.
  public static let noteLimit = 1 << 20
  /// How many faults may be planned at once.
  public static let planLimit = 1_000
  /// How long a run may last: some hundred years, far from where the clock would overflow.
  static let end = Instant(nanoseconds: 4_000_000_000_000_000_000)

  /// What has been used up of the limits that the network does not show.
  struct Amounts: Hashable, Sendable {
    var data = 0
    var notes = 0

    mutating func add(_ kind: Occurrence.Kind) {
      switch kind {
      case .send(let segment, _, _), .arrive(let segment, _, _): data += segment.text
      case .expect(let text, _): notes += text.utf8.count
      case .call, .state, .lost, .duplicated, .held, .released, .injected, .timeout, .signal, .deliver, .crash: break
      }
    }
  }

  /// Has something happen, unless the run would have too much by it; then nothing of it has happened.
  @discardableResult
  mutating func happen<Result>(_ deed: (inout Network) -> Result) throws(Problem) -> Result {
    let place = network.place
    let result = deed(&network)
    var amounts = amounts
    for occurrence in transcript[place.count...] { amounts.add(occurrence.kind) }
    if let excess = excess(amounts) {
      network.go(back: place)
      throw excess
    }
    self.amounts = amounts
    return result
  }

  private func excess(_ amounts: Amounts) -> Problem? {
    if transcript.count > Self.occurrenceLimit { return Self.tooMuchHappens }
    if network.inFlight.count > Self.underWayLimit { return Self.tooManyUnderWay }
    if amounts.data > Self.dataLimit { return Self.tooMuchData }
    if amounts.notes > Self.noteLimit { return Self.tooManyNotes }
    return nil
  }
}

// MARK: - Sentences

extension Run {
  private static let tooMuchHappens = Problem(
    message: Localized(
      zh: "一次运行最多发生 \(occurrenceLimit) 件事，到此为止", en: "a run has \(occurrenceLimit) occurrences at most, and stops here"),
    hint: Localized(zh: "把脚本拆成几个，或让它少做些", en: "make several scripts of it, or have it do less"))

  private static let tooManyUnderWay = Problem(
    message: Localized(
      zh: "在途的报文段会超过 \(underWayLimit) 个", en: "more than \(underWayLimit) segments would be under way"),
    hint: Localized(
      zh: "分几次发送，中间用 settle；或调大 mss，让每个报文段多带些数据",
      en: "send less at a time, with settle between; or raise mss, so that a segment carries more"))

  private static let tooMuchData = Problem(
    message: Localized(
      zh: "报文段携带的数据合计会超过 \(dataLimit) 字节", en: "segments would have carried more than \(dataLimit) bytes of data"),
    hint: Localized(zh: "少发送些数据", en: "send less"))

  private static let tooManyNotes = Problem(
    message: Localized(
      zh: "expect 各行合计超过 \(noteLimit) 字节", en: "the expect lines together have more than \(noteLimit) bytes"),
    hint: Localized(zh: "删去一些，或写短些", en: "remove some, or shorten them"))

  static let tooManyPlans = Problem(
    message: Localized(
      zh: "还没有发生的丢失、复制、扣留和延迟最多 \(planLimit) 项", en: "at most \(planLimit) faults can be planned at once"),
    hint: Localized(
      zh: "同样的几项合写成一行，如 lose next client SYN x100", en: "write equal ones as one, as in lose next client SYN x100"))

  static let unsettled = Problem(
    message: Localized(zh: "走了 \(settleLimit) 步仍未平静", en: "it has not settled after \(settleLimit) steps"),
    hint: Localized(zh: "用 step 和步数，例如 step 100", en: "use step and a number, as in step 100"))

  static let tooLate = Problem(
    message: Localized(zh: "运行超过一百年", en: "the run has lasted for more than a hundred years"))
}
