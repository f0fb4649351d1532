package import CaseRules
import SQLite

/// The desk with a thread of its own: hashing takes longer than a key may wait.
package final class SignInCounter: Sendable {
  private let seat: Confined<SignInDesk>

  package init(_ desk: SignInDesk) throws {
    seat = try Confined(named: "sign-in") { desk }
  }

  /// Asks, and answers on that thread.
  package func ask<Answer: Sendable>(
    _ body: @escaping @Sendable (SignInDesk) throws -> Answer,
    then: @escaping @Sendable (Result<Answer, any Error>) -> Void
  ) {
    let accepted = seat.submit { desk in then(Result { try body(desk) }) }
    if !accepted { then(.failure(SQLiteError(.closed))) }
  }
}

extension StoreFile {
  /// A session has ended because its worker may not be here any more; they cannot save that
  /// themselves.
  package func noteEnd(
    of who: SignedIn, at now: Moment, then: @escaping @Sendable (Result<Void, any Error>) -> Void
  ) {
    do {
      write(try Attribution(ofNobodyAt: now)) {
        try $0.noteSession(.sessionEnded, of: who)
      } then: {
        then($0)
      }
    } catch {
      then(.failure(error))
    }
  }
}
