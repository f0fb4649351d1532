package import CaseRules
package import SQLite

/// Somebody who has signed in: whoever reads or saves shows it, and only this module makes one.
///
/// The role is read again inside every save; what stands here is what it was at sign-in.
package struct SignedIn: Equatable, Sendable {
  /// How it was known who they are.
  package enum Means: String, Equatable, Sendable {
    case password
    /// The account of this computer stands for them.
    case account
    /// One of the invented workers of a demonstration.
    case demonstration
    /// They made the file, just now.
    case founding
  }

  package let worker: Worker
  package let means: Means
  /// The same in every entry of the trail that this session leaves about itself.
  package let session: String

  init(_ worker: Worker, by means: Means) throws {
    self.worker = worker
    self.means = means
    session = try RandomBytes.hex(8)
  }

  /// The same session with the worker as the file has them now.
  init(_ other: SignedIn, now worker: Worker) {
    self.worker = worker
    means = other.means
    session = other.session
  }
}

extension SignedIn {
  /// The worker an account of this computer stands for, where the file trusts accounts; else nil.
  package static func byAccount(
    _ account: String, in records: Connection, _ settings: Settings
  ) throws -> SignedIn? {
    guard settings.trustsAccounts, let row = try records.worker(osAccount: account) else {
      return nil
    }
    return try SignedIn(row.worker, by: .account)
  }

  /// The first of the invented workers with a role; nil in a file of real records, and for a role
  /// that nobody in it has.
  package static func inDemonstration(as role: Role, in records: Connection) throws -> SignedIn? {
    guard try records.demoMark() != nil else { return nil }
    let fitting = try records.workers().map(\.worker).filter { $0.active && $0.role == role }
    return try fitting.min { $0.id < $1.id }.map { try SignedIn($0, by: .demonstration) }
  }

  /// Whoever makes the first worker of a new file is that worker; throws where there is one already.
  package static func founder(_ worker: Worker, of records: Connection) throws -> SignedIn {
    guard try records.workers().isEmpty else { throw StoreError.unknownWorker }
    return try SignedIn(worker, by: .founding)
  }

  /// Somebody of a file that has no administrator, standing in for one; nil where there is one.
  ///
  /// The caller has made sure that the file is theirs as the computer sees it.
  package static func standIn(_ who: SignedIn, in records: Connection) throws -> SignedIn? {
    let isLed = try records.workers().contains { $0.worker.active && $0.worker.role == .adm }
    return isLed ? nil : try SignedIn(who.worker, by: .founding)
  }

  /// The role in which rules see somebody who stands in.
  package var acting: Worker {
    guard means == .founding else { return worker }
    var administrator = worker
    administrator.role = .adm
    return administrator
  }

  /// What has become of them since; throws `StoreError.notAtWork` when they no longer work here.
  package func asOfNow(in records: Connection) throws -> SignedIn {
    guard let row = try records.worker(worker.id), row.worker.active else {
      throw StoreError.notAtWork
    }
    return SignedIn(self, now: row.worker)
  }
}
