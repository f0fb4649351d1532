import Testing

/// What is offered in the actions menu has its letter where the form is declared.
@Suite("Offered forms")
struct OfferedFormTests {
  @Test("Every form that a room offers declares its group and letter")
  func declared() throws {
    let files = try SourceTree().swiftFiles(in: "Sources")
    let bodies = Self.bodies(of: files.filter { $0.module == "CaseRules" })
    let offered = Set(files.flatMap { Self.offered(in: $0.text) })
    #expect(offered.count > 40)
    for form in offered.sorted() {
      let body = try #require(bodies[form], "\(form) is declared nowhere")
      #expect(body.contains("action: .near(") || body.contains("action: .behind("), "\(form)")
    }
  }

  /// The text of each form's enum, by its name.
  private static func bodies(of files: [SourceTree.SourceFile]) -> [String: String] {
    var bodies: [String: String] = [:]
    for file in files {
      for part in parts(file.text, at: "\npackage enum ") {
        bodies[String(part.prefix { $0.isLetter || $0.isNumber })] = part
      }
    }
    return bodies
  }

  private static func offered(in text: String) -> [String] {
    parts(text, at: "OfferedForm(").compactMap { part in
      let start = part.drop { $0.isWhitespace }
      let name = start.prefix { $0.isLetter || $0.isNumber }
      return start.dropFirst(name.count).hasPrefix(".id") ? String(name) : nil
    }
  }

  private static func parts(_ text: String, at mark: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let found = rest.firstRange(of: mark) {
      rest = rest[found.upperBound...]
      let end = rest.firstRange(of: mark)?.lowerBound ?? rest.endIndex
      parts.append(String(rest[..<end]))
    }
    return parts
  }
}
