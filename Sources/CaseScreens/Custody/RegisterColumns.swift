import CaseApp
import CaseRules
package import TextScreen

extension CustodyOfficer: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Name", minimum: 24, ideal: 40, grows: true),
      TableColumn("Trained", minimum: 24), TableColumn("Number", minimum: 8, hides: 1),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(name),
      TableCell(
        trainedOn?.ukWithWeekday ?? "not trained or not known",
        tone: trainedOn == nil ? .warn : nil),
      TableCell(ref.text),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    "The date of training stands beside every offer (CUS-004)."
  }
}

extension SuiteProfile: DrawnLine {
  package static var tableColumns: [TableColumn] {
    [
      TableColumn("Code", minimum: 6, ideal: 8),
      TableColumn("Name", minimum: 24, ideal: 40, grows: true),
      TableColumn("Test on arrest", minimum: 14), TableColumn("In use", minimum: 7),
    ]
  }

  package func cells(in context: ShowContext) -> [TableCell] {
    [
      TableCell(code), TableCell(name), TableCell(testsOnArrest ? "yes" : "no"),
      TableCell(active ? "yes" : "closed", tone: active ? nil : .textQuiet),
    ]
  }

  package func hint(in context: ShowContext) -> String {
    testsOnArrest ? "Tests on arrest are recorded here (CUS-020)." : "No tests on arrest here."
  }
}
