extension Keymap {
  /// The whole map as a table, for `keymap check`: place, action, keys, what it does.
  package func table(actions: [KnownAction]) -> String {
    var labels: [String: String] = [:]
    for action in actions { labels[action.name] = action.label }
    let widest = actions.reduce(8) { max($0, displayWidth($1.name)) }
    var lines = ["Keymap \(name), letters \(letters.rawValue)"]
    for place in Place.allCases where !bindings(in: place).isEmpty {
      lines += ["", "[\(place.name)]"]
      for (action, keys) in grouped(place) {
        let label = labels[action] ?? ""
        let shown = keys.map(\.spelling).joined(separator: ", ")
        let line =
          "  " + padded(action, to: widest) + "  "
          + (label.isEmpty ? shown : padded(shown, to: max(20, displayWidth(shown))) + "  " + label)
        lines.append(line)
      }
    }
    if !words.isEmpty {
      lines += ["", "Words to type in the box of commands"]
      lines += words.sorted { $0.key < $1.key }.map { "  :\($0.key)  \($0.value)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One page of keys to print and put beside the keyboard: what it does, and its keys.
  package func keyCard(actions: [KnownAction], columns: Int = 80) -> String {
    var lines = ["\(name): keys", ""]
    let width = (columns - 2) / 2
    for place in Place.allCases where !bindings(in: place).isEmpty {
      let entries = grouped(place).map { action, keys -> String in
        let label = actions.first { $0.name == action }.map(\.label) ?? ""
        let shown = keys.map(\.spelling).joined(separator: ", ")
        return padded(padded(shown, to: 17) + " " + (label.isEmpty ? action : label), to: width)
      }
      lines.append(place.name.uppercased())
      let rows = (entries.count + 1) / 2
      for row in 0..<rows {
        let right = row + rows < entries.count ? entries[row + rows] : ""
        lines.append("  " + entries[row] + right)
      }
      lines.append("")
    }
    return lines.map { line in
      var line = line
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  private func grouped(_ place: Place) -> [(action: String, keys: [KeySequence])] {
    var found: [(action: String, keys: [KeySequence])] = []
    for binding in bindings(in: place) {
      if let index = found.firstIndex(where: { $0.action == binding.action }) {
        found[index].keys.append(binding.keys)
      } else {
        found.append((binding.action, [binding.keys]))
      }
    }
    return found
  }
}
