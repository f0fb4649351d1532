import CaseApp
import CaseRules
package import TextScreen

extension Worker: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Name", minimum: 20, ideal: 30, grows: true),
      TableColumn("Role", minimum: 22, ideal: 26),
      TableColumn("Team", minimum: 12, ideal: 20), TableColumn("Agency", minimum: 12, ideal: 20),
      TableColumn("Number", minimum: 8, hides: 1),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(active ? name : "\(name) (left)", tone: active ? nil : .textQuiet),
      TableCell(role.title), TableCell(team.isEmpty ? "-" : team),
      TableCell(agency.isEmpty ? "-" : agency), TableCell(reference),
    ]
  }

  package func hint(in context: ShowContext) -> String { "\(name), \(role.title)." }
}
