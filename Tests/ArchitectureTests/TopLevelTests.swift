import Testing

/// What a newcomer sees first stays small.
@Suite("The top of the package")
struct TopLevelTests {
  private static let allowed: Set<String> = [
    "Package.swift", "README.md", "Sources", "Tests", "keymaps", "themes",
  ]

  @Test("The top level holds the package, its sources, tests, keymaps, themes and README")
  func topLevel() throws {
    let visible = try SourceTree().names().filter { !$0.hasPrefix(".") }
    #expect(Set(visible).subtracting(Self.allowed) == [])
    #expect(Self.allowed.subtracting(visible) == [])
  }

  @Test("Every target of the package is built with the strict settings")
  func strictTargets() throws {
    let text = try SourceTree().text(of: "Package.swift")
    let targets = ["    .target(", "    .executableTarget(", "    .testTarget("].map {
      occurrences(of: $0, in: text)
    }.reduce(0, +)
    #expect(targets > 15)
    #expect(occurrences(of: "swiftSettings: strict", in: text) == targets)
  }

  @Test(
    "Nothing in the sources stops the program on purpose",
    arguments: ["fatalError(", "preconditionFailure(", "try!", "as!", "unsafelyUnwrapped"])
  func noTraps(word: String) throws {
    for file in try SourceTree().swiftFiles(in: "Sources") {
      #expect(!file.text.contains(word), "\(file.path) holds \(word)")
    }
  }

  private func occurrences(of piece: String, in text: String) -> Int {
    text.split(separator: piece, omittingEmptySubsequences: false).count - 1
  }
}
