/// The name somebody signs in with: short, without blanks, the same in small and capital letters.
package enum SignInName {
  package static let longest = 40

  /// As it is kept and compared.
  package static func folded(_ typed: some StringProtocol) -> String {
    typed.trimmed.lowercased()
  }

  /// Which of the names is meant: the one that was typed, else the only one that is the same without
  /// accents; nil where none is, or several are.
  package static func meant(by typed: String, among names: [String]) -> String? {
    let name = folded(typed)
    let alike = alike(typed, among: names)
    return alike.contains(name) ? name : alike.count == 1 ? alike.first : nil
  }

  /// The names that are the same without accents; nobody is given one that is like another's.
  package static func alike(_ typed: String, among names: [String]) -> [String] {
    let plain = withoutAccents(typed)
    return names.filter { withoutAccents($0) == plain }
  }

  /// "m.wojcik" of "M.Wójcik".
  package static func withoutAccents(_ typed: String) -> String {
    folded(typed).map { letter in
      let plain = String(letter).foldedForSearch
      return plain.isEmpty ? String(letter) : plain
    }.joined()
  }

  /// "a.begum" for Amina Begum: as the screen names her; one like a colleague's counts as taken.
  package static func proposed(for worker: Worker, taken: Set<String>) -> String {
    let letters = worker.initials.lowercased().filter {
      $0.isLetter || $0.isNumber || $0 == "." || $0 == "-"
    }
    let base = String((letters.isEmpty ? "worker" : letters).prefix(longest - 4))
    let plain = Set(taken.map(withoutAccents))
    func isFree(_ name: String) -> Bool { !plain.contains(withoutAccents(name)) }
    guard !isFree(base) else { return base }
    return (2...).lazy.map { "\(base)\($0)" }.first(where: isFree) ?? base
  }

  /// What is wrong with one that was typed; nil when it can be used.
  package static func fault(of typed: String) -> String? {
    let name = folded(typed)
    if name.isEmpty || name.contains(where: \.isWhitespace) {
      return "A sign-in name has no blanks: a.begum"
    }
    if name.count > longest { return "A sign-in name has at most \(longest) letters" }
    return nil
  }
}
