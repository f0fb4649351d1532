import CaseRules
import SQLite

/// Ties a referral or a call to the person it is about: one way for both, and for what came of them.
enum EnquiryNaming {
  /// Whom it is about, as far as it is known.
  static func client(
    of ref: RecordRef?, in records: Connection, _ context: RuleContext
  ) throws -> EnquiryClient {
    guard let ref else { throw StoreError.notFound }
    return ref.kind == .helplineCall
      ? try CallFiles.load(ref, in: records, context).client
      : try ReferralFiles.load(ref, in: records, context).client
  }

  /// Whom the referral that came of a call names.
  static func named(
    byReferralOf call: HelplineCallID, in records: Connection
  ) throws -> EnquiryClient.Linked? {
    try IncomingReferralRecords.made(by: call, in: records).flatMap { referral in
      referral.person.map { EnquiryClient.Linked(ref: referral.ref, person: $0) }
    }
  }

  /// Whom the call that led to a referral names.
  static func named(
    byCallOf referral: Referral, in records: Connection
  ) throws -> EnquiryClient.Linked? {
    guard let call = referral.call,
      let person = try HelplineCallID(call).flatMap({
        try HelplineCallRecords.person(of: $0, in: records)
      })
    else { return nil }
    let isFromBoard =
      try HelplineCallID(call).flatMap {
        try HelplineCallRecords.entry(of: $0, in: records)
      } != nil
    return EnquiryClient.Linked(ref: call, person: person, isFromBoard: isFromBoard)
  }

  /// The version that a form about it shows.
  static func revision(of ref: RecordRef, in records: Connection) throws -> Int? {
    if let call = HelplineCallID(ref) {
      return try HelplineCallRecords.revision(of: call, in: records)
    }
    return try IncomingReferralRecords.found(ref, in: records).revision
  }

  /// Names the client of both where one led to the other; the times agreed go into the diary.
  ///
  /// Answers with notes for the worker.
  static func name(
    _ ref: RecordRef, as person: PersonID, keeping phone: String? = nil,
    in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> [String] {
    let records = transaction.connection
    let call: HelplineCallID?
    let referral: Referral?
    if let id = HelplineCallID(ref) {
      call = id
      referral = try IncomingReferralRecords.made(by: id, in: records)
    } else {
      let found = try IncomingReferralRecords.found(ref, in: records)
      call = found.call.flatMap { HelplineCallID($0) }
      referral = found
    }
    if let referral, referral.person == nil {
      try IncomingReferralRecords.name(referral, as: person, keeping: phone, in: transaction)
    }
    // A call that names somebody keeps them: its appointment is theirs.
    guard let call, try HelplineCallRecords.person(of: call, in: records) == nil else { return [] }
    return try HelplineCallRecords.name(
      call, as: person, keeping: phone, in: transaction, context)
  }

  /// A number that somebody on file does not have yet, as it was given.
  static func keep(
    phone: String, of person: PersonID, in transaction: WriteTransaction
  ) throws -> [String] {
    var known = try PersonRecords.one(person, in: transaction.connection).orNotFound()
    guard !known.phones.contains(where: { digits($0.number) == digits(phone) }) else { return [] }
    let id = (known.phones.map(\.id).max() ?? 0) + 1
    known.phones.append(Person.Phone(id: id, number: phone))
    try PersonRecords.change(known, in: transaction)
    return ["\(phone) is kept with \(person.ref.text)"]
  }

  /// Says which of the numbers that were given are not with somebody on file.
  static func notKept(
    phones: [String], of person: PersonID, in records: Connection
  ) throws -> [String] {
    let known = try PersonRecords.one(person, in: records).orNotFound()
    var seen = Set(known.phones.map { digits($0.number) } + [""])
    return phones.filter { seen.insert(digits($0)).inserted }
      .map { "\($0) was not kept with \(person.ref.text): add it there if it is theirs" }
  }

  /// Takes a number off again that somebody on file has from a call or referral of somebody else.
  static func takeOff(
    phone: String, of person: PersonID, in transaction: WriteTransaction
  ) throws -> [String] {
    var known = try PersonRecords.one(person, in: transaction.connection).orNotFound()
    guard !digits(phone).isEmpty else { return [] }
    let count = known.phones.count
    known.phones.removeAll { digits($0.number) == digits(phone) }
    guard known.phones.count < count else { return [] }
    try PersonRecords.change(known, in: transaction)
    return ["\(phone) is taken off \(person.ref.text) again"]
  }

  private static func digits(_ number: String) -> String { number.filter(\.isNumber) }
}
