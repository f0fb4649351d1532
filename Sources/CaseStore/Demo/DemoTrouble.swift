package import CaseRules

/// The demonstration could not be made as planned; nothing of it is kept.
package struct DemoTrouble: Error, Equatable {
  package let form: FormID
  /// What stood in the way, as findings on a screen.
  package let words: String
}
