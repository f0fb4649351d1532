package import CaseRules
package import SQLite

/// An answer of a fixed set that is kept as its word; a word the program does not know throws.
package protocol StoredWord: SQLBindable, SQLDecodable, RawRepresentable where RawValue == String {}

extension StoredWord {
  package var sqlValue: SQLValue { .text(rawValue) }

  package static func decode(_ row: Row, _ column: Int) throws -> Self {
    guard let word = Self(rawValue: try row.text(column)) else { throw row.unreadable(column) }
    return word
  }
}

extension YesNo: StoredWord {}
extension Sex: StoredWord {}
extension ConsentType: StoredWord {}
extension ConsentForm: StoredWord {}
extension EpisodeState: StoredWord {}
extension EntryPoint: StoredWord {}
extension ClosureReason: StoredWord {}
extension Handover.Kind: StoredWord {}
extension Handover.State: StoredWord {}
extension AppointmentState: StoredWord {}
extension AppointmentKind: StoredWord {}
extension Appointment.Canceller: StoredWord {}
extension ContactMethod: StoredWord {}
extension ContactResult: StoredWord {}
