import CaseRules

// What stands on Today and in no list of its own.

extension CustodyAlert {
  var opens: Opening { .record(entry) }

  var spelled: [String] {
    switch kind {
    case .arrival: ["trigger", entry.text, suite, at.uk]
    case .bail: ["bail return", entry.text, suite, at.uk]
    }
  }
}

extension CallAppointmentLine {
  /// The detention, or whoever it turned out to be; until then the call.
  var opens: Opening { .record(entry ?? person ?? ref) }

  var spelled: [String] {
    [name ?? "", ref.text, suite ?? "", starts.uk, place, worker, "helpline"]
  }
}
