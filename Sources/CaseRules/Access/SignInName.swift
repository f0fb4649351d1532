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
    let (name, plain) = (folded(typed), withoutAccents(typed))
    let alike = names.filter { withoutAccents($0) == plain }
    return alike.contains(name) ? name : alike.count == 1 ? alike.first : nil
  }

  /// "m.wojcik" of "M.Wójcik".
  private static func withoutAccents(_ typed: String) -> String {
    folded(typed).map { letter in
      let plain = String(letter).foldedForSearch
      return plain.isEmpty ? String(letter) : plain
    }.joined()
  }

  /// "a.begum" for Amina Begum: as the screen names her.
  package static func proposed(for worker: Worker, taken: Set<String>) -> String {
    let plain = worker.initials.lowercased().filter {
      $0.isLetter || $0.isNumber || $0 == "." || $0 == "-"
    }
    let base = String((plain.isEmpty ? "worker" : plain).prefix(longest - 4))
    guard taken.contains(base) else { return base }
    return (2...).lazy.map { "\(base)\($0)" }.first { !taken.contains($0) } ?? base
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
