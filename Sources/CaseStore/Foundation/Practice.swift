package import CaseRules
package import SQLite

/// The partnership's own figures, holidays and code lists: what every rule is asked with.
package struct Practice: Equatable, Sendable {
  package let settings: Settings
  /// Kept with decisions, so that it can be seen later under which figures they were taken.
  package let settingsVersion: Int64
  package let calendar: WorkingCalendar
  package let codes: CodeBook

  package func context(at now: Moment, for worker: Worker) -> RuleContext {
    RuleContext(now: now, calendar: calendar, settings: settings, codes: codes, worker: worker)
  }
}

extension Practice {
  /// Makes ready what ships with the program; for a thread that has time while the file is opened.
  package static func prepare() {
    _ = CodeBook.seeded
    _ = Settings()
  }
}

extension Connection {
  /// Reads what is in force now; ask again when the file has changed.
  package func practice() throws -> Practice {
    let inForce = try settings()
    return Practice(
      settings: inForce.settings, settingsVersion: inForce.version,
      calendar: WorkingCalendar(holidays: try holidays()),
      codes: try codeBook())
  }

  /// The lists the program ships with, as the administrators have changed them.
  private func codeBook() throws -> CodeBook {
    let book = try codeChanges().reduce(CodeBook.seeded) { $0.applying($1.change) }
    // The custody suites are a list as well, of the partnership's own making.
    return book.replacing(try SuiteRecords.codeList(in: self))
  }
}
