/// `version`: which edition of the program this is.
enum VersionCommand {
  /// Raised with every edition that reaches users.
  static let number = "1.0"

  static let command = Command("version", "print which edition of the program this is") {
    _, console in
    try console.say("throughcare \(number)")
    return .done
  }
}
