import CaseApp
import CaseRules
package import TextScreen

extension Service: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Name", minimum: 20, ideal: 36, grows: true),
      TableColumn("Type", minimum: 10, ideal: 11),
      TableColumn("Area", minimum: 12, ideal: 20),
      TableColumn("Phone", minimum: 13, ideal: 15),
      TableColumn("Checked", minimum: 12, ideal: 12),
      TableColumn("Hours", minimum: 16, ideal: 24, hides: 1),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    let old = isUnchecked(on: context.today)
    return [
      TableCell(name), TableCell(type.short), TableCell(area), TableCell(phone),
      TableCell((old ? "! " : "") + (lastChecked?.uk ?? "never"), tone: old ? .warn : nil),
      TableCell(hours),
    ]
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    [
      DetailList.Line("Phone", phone + (isFreeCall == .yes ? " (free or low-cost)" : "")),
      DetailList.Line("Hours", hours.isEmpty ? "not known" : hours),
      DetailList.Line("For", eligibility.isEmpty ? ageGroup : eligibility),
      DetailList.Line("Refer by", referralRoute),
      DetailList.Line("Entry", checkedWords(on: context.today)),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    let times = hours.isEmpty ? "" : " \(hours)."
    return isUnchecked(on: context.today)
      ? "\(checkedWords(on: context.today).capitalisedFirst) (PPL-054).\(times)"
      : "\(referralRoute).\(times)"
  }
}

extension CallTaker: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [TableColumn("Name", minimum: 20, ideal: 32, grows: true)]
      + ["Assessment", "Overdose", "Listening", "CJIT link"]
      .map { TableColumn($0, minimum: 12, ideal: 14) }
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [TableCell(name)]
      + Subject.allCases.map { subject in
        let day = trained[subject]
        return TableCell(day?.uk ?? "! no date", tone: day == nil ? .warn : nil)
      }
  }

  package func hint(in context: ShowContext) -> String {
    lacking(on: context.today).isEmpty
      ? "Trained in all that the helpline asks for."
      : "A call they take asks for a reason (PPL-056)."
  }
}

extension ServiceReview.Line: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("What", minimum: 30, ideal: 44),
      TableColumn("Count", minimum: 8, align: .right),
      TableColumn("", minimum: 20, ideal: 60, grows: true),
    ]
  }

  /// A bar for each, so that the busy hours are seen at a glance.
  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(label), TableCell(String(count)),
      TableCell(
        part == .hour ? String(repeating: "#", count: min(60, count)) : "", tone: .textQuiet),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    "Counts without names, for the monthly review (PPL-055)."
  }
}
