import CaseRules
import CaseStore

/// A person whom a command names in words.
enum NamedPerson {
  /// Nobody is taken for somebody else: only one who is certain, and who alone is.
  static func only(
    _ text: String, called option: String, _ records: OpenRecords
  ) throws -> RecordRef {
    let certain = try FindCommand.find(text, limit: 6, depth: .near, records)
    if certain.count == 1, let one = certain.first { return one.ref }
    let shown = certain.isEmpty ? try FindCommand.find(text, limit: 6, records) : certain
    let list = shown.map { "\($0.ref.text) (\($0.because ?? "name"))" }.joined(separator: ", ")
    throw CommandFailure(
      certain.isEmpty
        ? "Nobody is certain to be meant by \(option)" + (list.isEmpty ? "" : ". Perhaps: \(list)")
        : "\(option) fits several: \(list)")
  }
}
