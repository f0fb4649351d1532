package import CaseRules

/// The partnership's own figures, with what each one decides.
package struct SettingsList: ListPlace {
  package var listing = Listing<SettingLine>()

  package init() {}

  package var title: String { "Settings" }
  package func request(in context: AppContext) -> ReadRequest? { nil }
  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<SettingLine>? { nil }

  package func lines(from session: Session) -> [SettingLine]? {
    SettingKey.allCases.map { key in
      SettingLine(
        key: key, value: session.settings.text(of: key),
        isChanged: session.settings.isChanged(key))
    }
  }

  package var emptyWords: EmptyWords { EmptyWords("There are no settings.") }
}

/// One setting as the list shows it.
package struct SettingLine: ListLine {
  package let key: SettingKey
  package let value: String
  package let isChanged: Bool

  package var id: SettingKey { key }
  package var spelled: [String] { [key.rawValue, value, key.row.explanation] }
  package var opens: Opening { .formWith(SettingForm.id, [SettingForm.key: key.rawValue]) }
  package var client: RecordRef? { nil }
  package var subject: RecordRef? { nil }

  package static var sortColumns: [SortColumn<SettingLine>] {
    [.words("Setting") { $0.key.rawValue }, .words("Set to") { $0.value }]
  }
}
