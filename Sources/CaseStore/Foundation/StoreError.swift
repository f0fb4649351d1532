package import CaseRules
import SQLite

/// Somebody saved the record since it was opened.
package struct ChangedElsewhere: Error, Equatable, Sendable {
  package let table: String
  package let id: Int64
  /// The version that was on the screen.
  package let expected: Int
  /// The version in the file now; nil when the record is not there.
  package let found: Int?
  package let by: WorkerID?
  package let at: Moment?
}

/// Why the store refuses something, apart from trouble with the file.
package enum StoreError: Error, Equatable, Sendable {
  /// The worker no longer holds the role the decision was made in.
  case roleNoLongerHeld(Role)
  /// The worker has been marked as gone.
  case notAtWork
  /// Nobody has signed in.
  case notSignedIn
  case unknownWorker
  /// Rules that refuse; found again inside the save, where they can see what others have saved.
  case refused([Finding])
  /// The record is not there, or not for this worker.
  case notFound
  /// A change without an entry in the trail: a mistake in the program, nothing is saved.
  case notAudited
}

extension StoreError {
  /// Whether the worker has to sign in again, if they still can.
  package var endsSession: Bool {
    switch self {
    case .roleNoLongerHeld, .notAtWork: true
    case .notSignedIn, .unknownWorker, .refused, .notFound, .notAudited: false
    }
  }

  /// What is wrong and what to do next, for a worker.
  package var explanation: String {
    switch self {
    case .roleNoLongerHeld(let role):
      "You no longer work as \(role.titleInSentence), so nothing was saved. Sign in again."
    case .notAtWork:
      "The administrator has noted that you no longer work here, so nothing was saved."
    case .notSignedIn: "Nobody has signed in, so nothing was done. Sign in first."
    case .unknownWorker:
      "The program does not know who you are, so nothing was saved. Ask the administrator."
    case .refused(let findings):
      findings.isEmpty ? "The record was refused." : findings.map(\.display).joined(separator: "\n")
    case .notFound:
      "The record is not there any more. Go back and look for it again."
    case .notAudited:
      "The program tried to save without a trace, so nothing was saved. Tell the administrator."
    }
  }
}

extension Optional {
  /// What was looked for.
  ///
  /// - Throws: `StoreError.notFound` where it is not there, or not for this worker.
  package func orNotFound() throws -> Wrapped {
    guard let self else { throw StoreError.notFound }
    return self
  }
}

/// The sentence to show for whatever the store throws.
package enum StoreWording {
  package static func explanation(of error: any Error) -> String {
    switch error {
    case let error as SQLiteError: error.explanation
    case let error as StoreError: error.explanation
    case is ChangedElsewhere:
      "Somebody else has saved this record since you opened it. Compare their answers with yours."
    default: "The program could not finish this. Nothing was saved. Tell the administrator."
    }
  }
}
