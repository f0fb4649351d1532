import CaseRules
import CaseStore

/// GEN-003: a list that somebody may not have is refused, and the refusal is on the trail.
enum RefusedListings {
  static func noting<Answer>(
    _ what: String, in records: OpenRecords, _ body: () throws -> Answer
  ) throws -> Answer {
    do {
      return try body()
    } catch {
      guard let finding = Viewing.refusal(error) else { throw error }
      try records.store.write(try records.attribution()) {
        try $0.noteRefusedListing(of: what, finding)
      }
      throw CommandFailure(finding.display)
    }
  }
}
