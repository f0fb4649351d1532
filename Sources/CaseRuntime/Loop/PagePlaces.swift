import CaseApp
import CaseRules
import CaseStore

// A part of a long list, in the words of the screens and in those of the records.

extension CaseloadOf {
  init(_ scope: CaseloadScope, _ worker: Worker) {
    switch scope {
    case .mine: self = .worker(worker.id)
    case .team: self = .team(worker.team)
    case .worker(let worker, _): self = .worker(worker)
    case .all: self = .everyone
    }
  }
}

extension NamePlace {
  init(_ place: PageRequest.Place) {
    switch place {
    case .first: self = .first
    case .after(let key): self = .after(NameKey(key))
    case .before(let key): self = .before(NameKey(key))
    case .last: self = .last
    }
  }
}

extension NameKey {
  fileprivate init(_ key: PageKey) {
    switch key {
    case .name(let family, let given, let ref):
      self.init(family: family, given: given, number: ref.number)
    // Lists in the order of names know nothing of entries.
    case .entry(let number): self.init(family: "", given: "", number: number)
    }
  }
}

extension RowPage {
  init(_ page: NamePage<Line>) {
    self.init(
      lines: page.lines, hasBefore: page.hasBefore, hasAfter: page.hasAfter,
      total: page.isMore ? .moreThan(page.total) : .exactly(page.total))
  }
}

extension ReportPlace {
  init(_ place: PageRequest.Place) {
    switch place {
    case .first: self = .first
    case .last: self = .last
    case .after(let key): self = .after(key.entry ?? .max)
    case .before(let key): self = .before(key.entry ?? 0)
    }
  }
}

extension RowPage where Line == ReportLine {
  init(_ page: ReportPage) {
    self.init(
      lines: page.lines, hasBefore: page.hasBefore, hasAfter: page.hasAfter,
      total: page.isMore ? .moreThan(page.total) : .exactly(page.total))
  }
}
