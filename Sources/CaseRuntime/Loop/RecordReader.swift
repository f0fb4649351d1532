import CaseApp
import CaseRules
import CaseStore

/// Which of the records' questions answers which of the screens'.
enum RecordReader {
  static func answer(
    _ request: ReadRequest, on records: Records, in context: RuleContext
  ) throws -> ReadAnswer {
    throw Trouble("This place is not open yet")
  }

  static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, context: RuleContext
  ) throws -> ReadAnswer {
    throw Trouble("This place is not open yet")
  }

  static func lookUp(
    _ typed: String, kinds: [RecordRef.Kind], on records: Records, in context: RuleContext
  ) throws -> [LookUpHit] {
    []
  }
}

extension ReadRequest {
  /// The record whose page is asked for, if one is.
  var viewedRecord: RecordRef? {
    if case .record(let ref) = self { ref } else { nil }
  }

  /// Whether the answer may take longer than a key press.
  var takesLong: Bool {
    if case .attrition = self { true } else { false }
  }
}
