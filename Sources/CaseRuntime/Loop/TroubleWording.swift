import CaseApp
import CaseRules
import CaseStore

/// What to tell the worker when the records refuse or fail.
enum TroubleWording {
  static func trouble(_ error: any Error) -> Trouble {
    switch error {
    case let trouble as Trouble: trouble
    case let failure as FormDesk.Failure: Trouble(words(of: failure))
    case let error as StoreError:
      Trouble(error.explanation, endsSession: error.endsSession)
    default: Trouble(StoreWording.explanation(of: error))
    }
  }

  static func words(of failure: FormDesk.Failure) -> String {
    switch failure {
    case .noSuchForm(let form): "There is no form \"\(form.text)\""
    case .wrongSubject(let form, let kinds):
      kinds.isEmpty
        ? "The form \"\(form.text)\" is not about another record"
        : "The form \"\(form.text)\" is filled in about: "
          + kinds.map(\.words).joined(separator: " or ")
    case .notAllowed(let finding): finding.display
    }
  }
}
