import Synchronization

/// Remembers the last value that was made, as long as what it was made of stays the same.
///
/// It belongs to a value that draws: what is drawn depends on the key alone, so that it can't be stale.
final class Memo<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private let last = Mutex<(key: Key, value: Value)?>(nil)

  /// The value for a key.
  ///
  /// - Parameter make: makes it, perhaps from the last one, which is handed over with what that was made of.
  func value(for key: Key, _ make: ((key: Key, value: Value)?) -> Value) -> Value {
    last.withLock { last in
      if let last, last.key == key { return last.value }
      let value = make(last)
      last = (key, value)
      return value
    }
  }
}
