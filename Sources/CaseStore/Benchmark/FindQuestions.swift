import CaseRules
import SQLite

/// Somebody from the middle of the file, and the ways to ask for them.
struct FindQuestions: Sendable {
  let all: [(code: String, title: String, typed: String)]
  let familyKey: String

  /// nil where nobody on file has a given name and a date of birth.
  init?(in records: Connection) throws {
    let middle = try records.first("SELECT coalesce(max(id), 0) / 2 FROM person") {
      try $0.int64(0)
    }
    let made = try records.first(
      """
      SELECT family_name, given_names, born, pnc, family_key FROM person
      WHERE id >= ? AND born IS NOT NULL AND given_names <> '' ORDER BY id LIMIT 1
      """, middle ?? 0, row: FindQuestions.init(row:))
    guard let made else { return nil }
    self = made
  }

  private init(row: Row) throws {
    let (family, given) = (try row.text(0), try row.text(1))
    let born: CalendarDate = try row.get(2)
    let pnc: String? = try row.get(3)
    let slip = String(family.prefix(2)) + "e" + String(family.dropFirst(2))
    let initials = "\(given.prefix(1)) \(family.prefix(1))"
    familyKey = try row.text(4)
    all = [
      ("name", "full name", "\(given) \(family)"),
      ("slip", "a misspelt name", "\(given) \(slip)"),
      ("family_slip", "a misspelt family name", slip),
      ("initials", "initials", initials),
      ("initials_year", "initials and year", "\(initials) \(born.year)"),
      ("born", "date of birth", born.uk),
      ("name_born", "name and date of birth", "\(family) \(born.uk)"),
      (
        "name_swapped", "name and swapped date",
        "\(slip) \(born.month)/\(born.day)/\(born.year)"
      ),
      ("birthday", "day and month", "\(born.day)/\(born.month)"),
      ("number", "PNC number", pnc ?? "04/1234567F"),
      ("phone", "end of a phone", "900123"),
      ("postcode", "postcode district", "PO33"),
    ]
  }
}
