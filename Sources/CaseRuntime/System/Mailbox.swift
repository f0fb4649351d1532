import Glibc

/// Where other threads leave their answers for the main thread, which is woken for each.
///
/// Safe to use from every thread: `letters` is touched only while `lock` is held.
package final class Mailbox<Letter: Sendable>: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var letters: [Letter] = []
  private let bell: WakePipe

  package init(bell: WakePipe) {
    self.bell = bell
    lock = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  package func post(_ letter: Letter) {
    pthread_mutex_lock(lock)
    letters.append(letter)
    pthread_mutex_unlock(lock)
    bell.ring()
  }

  /// Makes the bell silent and takes everything that has come, in the order in which it came.
  package func collect() -> [Letter] {
    bell.quieten()
    return take()
  }

  /// The same where the bell is silent, or was made so since it rang.
  package func take() -> [Letter] {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if letters.isEmpty { return [] }
    let all = letters
    letters.removeAll(keepingCapacity: true)
    return all
  }
}
