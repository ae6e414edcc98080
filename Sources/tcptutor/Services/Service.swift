import Tutor

/// Carries out one family of effects.
protocol Service {
  associatedtype Request

  /// Does what is asked for, at once.
  ///
  /// - Returns: what came of it; a reply names its request.
  mutating func carryOut(_ request: Request) -> [Message]
}

/// All that carry out what the application asks of the world, but for the terminal's own.
struct Services {
  private var content: ContentService

  init(_ library: ContentLibrary) { content = ContentService(library) }

  /// - Returns: what came of it, in order; nothing for what the loop does itself.
  mutating func carryOut(_ effect: Effect) -> [Message] {
    switch effect {
    case .content(let request): content.carryOut(request)
    case .quit, .suspend, .terminal: []
    }
  }
}
