/// Reads codes typed as codes or as words.
package enum CodeReader {
  static func one(_ typed: String, of list: CodeList?, in context: ReadingContext) -> Reading {
    guard let list else {
      return .problem("The list for this field is missing. Tell the administrator")
    }
    switch list.match(typed, on: context.today) {
    case .one(let code): return .value(.code(code.code), readBack: code.label)
    case .several(let codes): return .choices(codes)
    case .retired(let code): return retired(code, in: context)
    case .none: return .problem(noneFits(typed, list, on: context.today))
    }
  }

  /// What stands for one code each where several are typed.
  package static func pieces(of typed: String) -> [String] {
    typed.split { ",;+".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
  }

  static func several(_ typed: String, of list: CodeList?, in context: ReadingContext) -> Reading {
    guard let list else {
      return .problem("The list for this field is missing. Tell the administrator")
    }
    if case .one(let code) = list.match(typed, on: context.today) { return reading([code], list) }
    let pieces = pieces(of: typed)
    if pieces.count == 1, let piece = pieces.first {
      switch one(piece, of: list, in: context) {
      case .value: break
      case .choices(let codes): return .choices(codes)
      case .problem(let words): return .problem(words)
      case .empty: return .empty
      }
    }
    var found: [Code] = []
    for piece in pieces {
      switch list.match(piece, on: context.today) {
      case .one(let code): found.append(code)
      case .retired(let code):
        guard isStored(code, in: context) else { return retired(code, in: context) }
        found.append(code)
      case .several(let codes): return .problem(severalFit(piece, codes))
      case .none: return .problem(noneFits(piece, list, on: context.today))
      }
    }
    return found.isEmpty ? .empty : reading(found, list)
  }

  private static func reading(_ found: [Code], _ list: CodeList) -> Reading {
    let chosen = Set(found.map(\.code))
    let ordered = list.codes.filter { chosen.contains($0.code) }
    let words = ordered.map(\.named).joined(separator: ", ")
    return .value(.codes(ordered.map(\.code)), readBack: words + "  (\(ordered.count))")
  }

  private static func isStored(_ code: Code, in context: ReadingContext) -> Bool {
    context.held.contains(code.code)
  }

  private static func retired(_ code: Code, in context: ReadingContext) -> Reading {
    if isStored(code, in: context) {
      return .value(.code(code.code), readBack: code.label + " (no longer on the list)")
    }
    return .problem("\(code.named) is no longer used. Choose another from the list")
  }

  private static func noneFits(_ typed: String, _ list: CodeList, on day: CalendarDate) -> String {
    let count = list.pickable(on: day).count
    if count == 0 {
      return "There are no \(list.title.lowercased()) yet. They have to be added first"
    }
    return "“\(typed.prefix(30))” is not among the \(count) of the list. Choose from the list"
  }

  private static func severalFit(_ typed: String, _ codes: [Code]) -> String {
    "“\(typed.prefix(30))” fits \(codes.listed(atMost: 5)). Type the code"
  }
}

extension [Code] {
  /// "HER Heroin, HAL Hallucinogens and 3 more".
  func listed(atMost most: Int) -> String {
    let named = prefix(most).map(\.named).joined(separator: ", ")
    return count > most ? "\(named) and \(count - most) more" : named
  }
}
