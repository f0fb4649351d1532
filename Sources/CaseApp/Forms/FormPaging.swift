import CaseRules

/// The pages that stand between the questions and the saved record.
extension FormFeature.State {
  // MARK: What has to be put right

  mutating func takeOnFindings(
    _ page: FindingsPage, _ action: FormFeature.Action, in context: AppContext
  ) {
    var page = page
    switch action {
    case .moved(.up), .moved(.previous): page.at = max(0, page.at - 1)
    case .moved(.down), .moved(.next): page.at = max(0, min(page.findings.count - 1, page.at + 1))
    case .moved(.enter), .chose(.nextToFix): return goToFinding(page, in: context)
    case .chose(.back): return self.page = .sheet
    case .chose(.save):
      self.page = .sheet
      return save(in: context)
    case .moved, .chose, .typed, .pasted, .edited, .fieldChosen, .rested, .hungUp, .answered: break
    }
    self.page = .findings(page)
  }

  private mutating func goToFinding(_ page: FindingsPage, in context: AppContext) {
    self.page = .sheet
    guard page.findings.indices.contains(page.at),
      let place = page.findings[page.at].field.flatMap({ FieldPlace(path: $0) })
    else { return }
    arrive(at: place, in: context)
  }

  // MARK: Reasons for warnings

  mutating func showReasons(in context: AppContext) {
    let warnings = (findings + recordFindings).filter { $0.force == .warns }
    let minimum = context.rules.settings.overrideReasonMin
    var keys: [String] = []
    for warning in warnings where !keys.contains(warning.reasonKey) {
      keys.append(warning.reasonKey)
    }
    let asked = keys.map { key in
      ReasonsPage.Warning(
        key: key, findings: warnings.filter { $0.reasonKey == key },
        reason: TypedText(before: reasons[key] ?? ""),
        missing: Reason.shortfall(reasons[key] ?? "", minimum: minimum))
    }
    let first = asked.firstIndex { $0.missing > 0 } ?? 0
    page = .reasons(ReasonsPage(warnings: asked, at: first, minimum: minimum))
  }

  mutating func takeOnReasons(
    _ page: ReasonsPage, _ action: FormFeature.Action, in context: AppContext
  ) {
    var page = page
    switch action {
    case .typed, .pasted, .edited: type(action, into: &page)
    case .moved(.up), .moved(.previous): page.at = max(0, page.at - 1)
    case .moved(.down), .moved(.next): page.at = min(page.warnings.count, page.at + 1)
    case .moved(.enter):
      if page.at + 1 >= page.warnings.count { return goOn(from: page, in: context) }
      page.at += 1
    case .chose(.save): return goOn(from: page, in: context)
    case .chose(.back):
      keepIfNeeded()
      return self.page = .sheet
    case .moved, .chose, .fieldChosen, .rested, .hungUp, .answered: break
    }
    self.page = .reasons(page)
  }

  private mutating func type(_ action: FormFeature.Action, into page: inout ReasonsPage) {
    guard page.warnings.indices.contains(page.at) else { return tellNoReasonHere(action) }
    var warning = page.warnings[page.at]
    let before = warning.reason.text
    warning.reason.take(action)
    let text = warning.reason.text
    warning.missing = Reason.shortfall(text, minimum: page.minimum)
    page.warnings[page.at] = warning
    guard text != before else { return }
    reasons[warning.key] = text
    keeping.edits += 1
  }

  private mutating func tellNoReasonHere(_ action: FormFeature.Action) {
    switch action {
    case .typed, .pasted:
      notice = .noReasonHere
      ask(.beep)
    case .edited, .moved, .chose, .fieldChosen, .rested, .hungUp, .answered: break
    }
  }

  private mutating func goOn(from page: ReasonsPage, in context: AppContext) {
    let short = page.warnings.count { $0.missing > 0 }
    guard short == 0 else {
      notice = .reasonsMissing(short)
      var page = page
      page.at = page.warnings.firstIndex { $0.missing > 0 } ?? 0
      return self.page = .reasons(page)
    }
    self.page = .sheet
    save(in: context)
  }

  // MARK: Check your answers

  mutating func showCheck() {
    page = .check(CheckPage(stops: checkStops, at: checkStops.count))
    keepIfNeeded()
  }

  /// Every answer that can be changed, a line for each row of a table.
  private var checkStops: [FieldPlace] {
    sheet.items.flatMap { item -> [FieldPlace] in
      guard isAsked(item.field), !item.field.isForReading else { return [] }
      switch item.field.content {
      case .typed: return [FieldPlace(item.field.code)]
      case .rows(let columns, _):
        let rows = draft.filledRows(of: item.field.code)
        guard let column = columns.first, !rows.isEmpty else {
          return [FieldPlace(item.field.code)]
        }
        return rows.map { FieldPlace(item.field.code, row: $0.id, column: column.code) }
      case .computed, .explained: return []
      }
    }
  }

  mutating func takeOnCheck(
    _ page: CheckPage, _ action: FormFeature.Action, in context: AppContext
  ) {
    var page = page
    switch action {
    case .moved(.up), .moved(.previous): page.move(by: -1)
    case .moved(.down), .moved(.next): page.move(by: 1)
    case .moved(.pageUp): page.move(by: -CheckPage.page)
    case .moved(.pageDown): page.move(by: CheckPage.page)
    case .edited(.caret(.start)): page.at = 0
    case .edited(.caret(.end)): page.at = page.stops.count
    case .moved(.enter):
      guard page.stops.indices.contains(page.at) else { return save(in: context) }
      self.page = .sheet
      return arrive(at: page.stops[page.at], in: context)
    case .chose(.save): return save(in: context)
    case .chose(.back): return self.page = .sheet
    case .chose, .typed, .pasted, .edited, .fieldChosen, .rested, .hungUp, .answered: break
    }
    self.page = .check(page)
  }
}

extension CheckPage {
  /// Page up and down, in answers.
  static let page = 12

  fileprivate mutating func move(by step: Int) { at = max(0, min(stops.count, at + step)) }
}
