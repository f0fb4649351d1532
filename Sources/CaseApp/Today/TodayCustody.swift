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
  /// The detention, or whoever it turned out to be; a call by itself has no page.
  var opens: Opening {
    if let record = entry ?? person { return .record(record) }
    return .text(
      title: "\(ref.text)  helpline call",
      "\(starts.ukWithWeekday), \(minutes) min, \(place), with \(worker)")
  }

  var spelled: [String] {
    [ref.text, name ?? "", suite ?? "", starts.uk, place, worker, "helpline"]
  }
}
