import CaseRules

/// Holding a list to some values of its columns; what it is held to lasts until the session ends.
extension AppState {
  mutating func openFilter() -> [AppEffect] {
    guard let place = frontPlace else { return [] }
    serial += 1
    popup = .filter(FilterBox(serial: serial, held: place.held, all: place.valuesToHold))
    // Who has clients is asked for; the rows of a long list are not all here.
    guard place.isWindow, case .caseload? = front else { return [] }
    return [.read(.workloads, tickets.issue(.find(serial: serial)))]
  }

  /// Takes a value, or lets one go that holds already.
  mutating func take(_ filter: FilterBox, in context: AppContext) -> [AppEffect] {
    guard let value = filter.current else {
      return say("Nothing fits. Try fewer letters.", .info, in: context)
    }
    popup = nil
    return filterLongList(filter.held.contains(value) ? .letGo(value) : .held(value), in: context)
  }

  /// A long list is asked for its rows anew.
  mutating func filterLongList(_ action: ListAction, in context: AppContext) -> [AppEffect] {
    changeFront { $0.reduce(action) }
    rememberFilter()
    let asked = frontPlace?.isWindow == true ? readFront(.start, in: context) : []
    guard let words = frontPlace?.onlyWords else {
      return asked + say("Rows of every value are shown.", .info, in: context)
    }
    return asked + say("Shown: \(words).", .info, with: .back, does: "shows all", in: context)
  }

  mutating func rememberFilter() {
    // The trail opens whole: what it is held to is a question of its own, and noted as one.
    guard let place = frontPlace, !(place is TrailList) else { return }
    filters[place.filterName] = place.held.isEmpty ? nil : place.held
  }

  /// A list that opens again is held to what it was held to.
  func filtered(_ list: WorkList) -> WorkList {
    guard let held = filters[list.place.filterName] else { return list }
    var list = list
    list.change { place in
      for value in held { place.reduce(.held(value)) }
    }
    return list
  }
}
