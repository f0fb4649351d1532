/// What can be done with each of several ticked records, by the same form one after the other.
///
/// An action is offered when every one of them allows it; else the first that does not says why.
package struct ActionsOfEach: Equatable, Sendable {
  /// About the first record; `abouts` has all of them.
  package private(set) var offered: [OfferedForm] = []
  /// What each form is filled in about, in the order of the records.
  package private(set) var abouts: [FormID: [RecordRef]] = [:]

  /// Why a form cannot be filled in about some of the records, by their place.
  package private(set) var refusals: [FormID: [Int: String]] = [:]

  /// So many are worked through by hand; more is for a form that takes them together.
  package static let most = 50

  /// The records by the names workers know them by: "DABELL Laura", or the number.
  package init(_ records: [(name: String, offered: [OfferedForm])]) {
    var seen: Set<FormID> = []
    let forms = records.flatMap(\.offered).map(\.form).filter { seen.insert($0).inserted }
    for form in forms { add(form, to: records) }
  }

  private mutating func add(
    _ form: FormID, to records: [(name: String, offered: [OfferedForm])]
  ) {
    let each = records.map { ($0.name, ActionsOfEach.best(form, of: $0.offered)) }
    guard let first = each.compactMap(\.1).first else { return }
    let words = each.map { name, offered -> String? in
      guard let offered else { return "\(name): this is not offered" }
      return offered.whyNot.map { records.count == 1 ? $0 : "\(name): \($0)" }
    }
    for (place, refusal) in words.enumerated() { refusals[form, default: [:]][place] = refusal }
    offered.append(
      OfferedForm(
        form, about: first.about, title: first.title,
        whyNot: ActionsOfEach.shared(each.map(\.1)) ?? words.compactMap(\.self).first))
    abouts[form] = each.compactMap { $0.1?.about }
  }

  /// The one that can be done, where a record offers the same form twice.
  private static func best(_ form: FormID, of offered: [OfferedForm]) -> OfferedForm? {
    let same = offered.filter { $0.form == form }
    return same.first { $0.whyNot == nil } ?? same.first
  }

  /// A refusal that all of them have is no matter of one record.
  private static func shared(_ each: [OfferedForm?]) -> String? {
    let reasons = Set(each.map { $0?.whyNot })
    return reasons.count == 1 ? reasons.first.flatMap(\.self) : nil
  }
}
