import CaseRules
import CaseStore

/// `export appointments --format ics`.
enum CalendarExport {
  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let records = try RecordOptions.open(invocation, console)
    defer { records.store.close() }
    return try FailureWords.during(records.store.path) {
      if let asked = try LargeExports.asked(.appointments, records, invocation, console) {
        return asked
      }
      let context = try records.context()
      let part = try AppointmentNarrowing(invocation, in: context)
      try ExportNarrowing.check(part.worker, in: records)
      let writer = ICalendarWriter(
        of: records.worker.id, detail: invocation.has("--names") ? .names : .initials,
        stamp: context.now,
        source: try records.store.read { try EnquiryExport.source(in: $0) })
      let path = invocation.operand(0).flatMap { $0 == "-" ? nil : $0 }
      let target = try ListTarget(path: path, console)
      func forEach(_ body: (BookedAppointment) throws -> Void) throws -> Int {
        try ExportCommand.forEach(part, records, context, body)
      }
      let count = try RefusedListings.noting("export appointments", in: records) {
        try target.write { file in
          try LargeExports.check(.appointments, in: records, context) { add in
            _ = try forEach { try add([$0.named]) }
          }
          try file.write(writer.head)
          let count = try forEach { line in
            switch line {
            case .onFile(let appointment): try file.write(writer.event(appointment))
            case .caller(let caller): try file.write(writer.event(caller))
            }
          }
          try file.write(writer.foot)
          return count
        }
      }
      let what = invocation.has("--names") ? "appointments (ics, names)" : "appointments (ics)"
      try records.store.write(try records.attribution()) {
        try $0.noteExport(of: what, rows: count)
      }
      if let path { try console.tell("\(count) appointments in \(path)") }
      return .done
    }
  }
}
