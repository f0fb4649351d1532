import CaseRules
import SQLite

/// The entries of the service directory.
enum ServiceHandler {
  static let handler = FormHandler(
    ServiceForm.id,
    open: { records, about, _ in
      guard let about else { return OpenedForm(form: ServiceForm.id, about: nil) }
      let service = try ServiceRecords.one(AgencyID(about.number), in: records).orNotFound()
      return OpenedForm(
        form: ServiceForm.id, about: about, heading: service.name,
        draft: ServiceForm.draft(of: service), revision: service.revision,
        lastChange: try LastChange.of(about, in: records))
    },
    facts: { _, _, _, _ in FormFacts() },
    save: { transaction, about, reading, _, _ in
      let before = try about.flatMap {
        try ServiceRecords.one(AgencyID($0.number), in: transaction.connection)
      }
      guard
        let service = ServiceForm.service(
          from: reading, id: before?.id ?? AgencyID(0), revision: before?.revision ?? 1)
      else { throw StoreError.notFound }
      if before == nil {
        return SavedForm(try ServiceRecords.add(service, in: transaction).ref)
      }
      try ServiceRecords.change(service, in: transaction)
      return SavedForm(service.id.ref)
    })

  /// PPL-054: somebody made sure; nothing else of the entry changes.
  static let checked = FormHandler(
    ServiceCheckedForm.id,
    open: { records, about, context in
      let service = try found(about, in: records)
      var known = KnownAnswers()
      known.set(ServiceCheckedForm.checked, .date(context.today), from: "today")
      return OpenedForm(
        form: ServiceCheckedForm.id, about: about, heading: service.name, draft: known.draft,
        sources: known.sources)
    },
    facts: { _, _, _, _ in FormFacts() },
    save: { transaction, about, reading, _, _ in
      var service = try found(about, in: transaction.connection)
      service.lastChecked = reading.date(ServiceCheckedForm.checked)
      try ServiceRecords.change(service, in: transaction)
      return SavedForm(service.ref)
    })

  private static func found(_ about: RecordRef?, in records: Connection) throws -> Service {
    guard let id = about.flatMap({ AgencyID($0) }),
      let service = try ServiceRecords.one(id, in: records)
    else { throw StoreError.notFound }
    return service
  }
}
