import Screen
import Tutor

/// Carries out one family of effects.
protocol Service {
  associatedtype Request

  /// Does what is asked for, at once.
  ///
  /// - Returns: what came of it; a reply names its request.
  mutating func carryOut(_ request: Request) -> [Message]
}

/// A service that has something to tell later on.
protocol WaitingService: Service {
  /// What it waits for to be readable.
  var descriptors: [Int32] { get }
  /// When it wants to be asked even if nothing is; nil where it waits for as long as it takes.
  var deadline: Moment? { get }

  /// Tells what there is to tell, after a wait.
  ///
  /// - Parameter readable: those of its descriptors that can be read from, among others.
  mutating func resume(_ readable: [Int32], at now: Moment) -> [Message]
}

/// All that carry out what the application asks of the world, but for the terminal's own.
struct Services {
  private var content: ContentService
  private var drafts: DraftService

  init(_ library: ContentLibrary) {
    content = ContentService(library)
    drafts = DraftService(library)
  }

  /// - Returns: what came of it, in order; nothing for what the loop does itself.
  mutating func carryOut(_ effect: Effect) -> [Message] {
    switch effect {
    case .content(let request): content.carryOut(request)
    case .draft(let request): drafts.carryOut(request)
    case .quit, .suspend, .plain, .terminal: []
    }
  }

  /// What the loop is to watch for them.
  var descriptors: [Int32] { drafts.descriptors }
  /// The soonest moment at which one of them wants to be asked.
  var deadline: Moment? { drafts.deadline }

  /// - Returns: what they have to tell after a wait, in order.
  mutating func resume(_ readable: [Int32], at now: Moment) -> [Message] { drafts.resume(readable, at: now) }
}
