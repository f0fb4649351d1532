package import CaseApp
import CaseRules
package import TextScreen

extension FigureLine: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [TableColumn("Offence", minimum: 7, grows: true)]
      + AttritionLine.Stage.allCases.map {
        TableColumn($0.heading, minimum: max(5, $0.heading.count), ideal: 10, align: .right)
      }
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [TableCell(kind.rawValue, tone: kind == .all ? .textStrong : nil)]
      + AttritionLine.Stage.allCases.map { stage in
        TableCell(
          self[stage] == 0 ? "-" : String(self[stage]), tone: kind == .all ? .textStrong : nil)
      }
  }

  package func preview(in context: ShowContext) -> [DetailList.Line] {
    let arrived = self[.arrived]
    return AttritionLine.Stage.allCases.dropFirst().map { stage in
      let share = arrived > 0 ? ", \(self[stage] * 100 / arrived) of 100 who arrived" : ""
      return DetailList.Line(stage.words, "\(self[stage])\(share)")
    }
  }

  package func hint(in context: ShowContext) -> String {
    "\(month.monthWords): \(self[.arrived]) arrived, \(self[.caseload]) joined the caseload "
      + "(CUS-021)."
  }
}

extension AttritionLine.Stage {
  var heading: String {
    switch self {
    case .arrived: "Arrived"
    case .offered: "Offered"
    case .accepted: "Accept"
    case .seen: "Seen"
    case .dir: "DIR"
    case .referred: "Refer"
    case .firstAppointmentKept: "Kept"
    case .caseload: "Joined"
    }
  }

  /// In full, for the preview.
  var words: String {
    switch self {
    case .arrived, .offered, .seen, .dir: heading
    case .accepted: "Accepted"
    case .referred: "Referred"
    case .firstAppointmentKept: "First kept"
    case .caseload: "Caseload"
    }
  }
}
