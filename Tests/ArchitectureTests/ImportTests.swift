import Testing

/// Which floor may stand on which; SwiftPM alone lets a stray import through.
@Suite("Imports")
struct ImportTests {
  static let allowed: [String: Set<String>] = [
    "CaseRules": [],
    "CaseApp": ["CaseRules"],
    "SQLite": ["CSQLite", "Glibc"],
    "CaseStore": ["CaseRules", "SQLite", "CCrypt"],
    "TextScreen": [],
    "CaseScreens": ["CaseApp", "CaseRules", "TextScreen"],
    "NcursesTerminal": ["CNcurses", "TextScreen", "Glibc"],
    "CaseRuntime": [
      "CaseApp", "CaseRules", "CaseScreens", "CaseStore", "TextScreen", "Glibc",
    ],
    "torture": ["CaseRules", "CaseStore", "SQLite", "CSQLite", "Glibc"],
    "throughcare": ["CaseRuntime", "NcursesTerminal"],
  ]

  @Test("Each module imports only what stands below it", arguments: allowed.keys.sorted())
  func table(module: String) throws {
    let files = try SourceTree().swiftFiles(in: "Sources/\(module)")
    let permitted = try #require(Self.allowed[module])
    #expect(!files.isEmpty)
    for file in files {
      let strangers = Set(ImportStatement.modules(in: file.text)).subtracting(permitted)
      #expect(strangers.isEmpty, "\(file.path) imports \(strangers.sorted())")
    }
  }

  @Test("Every module with Swift in it is in the table")
  func complete() throws {
    let modules = Set(try SourceTree().swiftFiles(in: "Sources").map(\.module))
    #expect(modules == Set(Self.allowed.keys))
  }

  @Test("Foundation stays out of the program: it doubles the time to start")
  func noFoundation() throws {
    for file in try SourceTree().swiftFiles(in: "Sources") {
      #expect(!ImportStatement.modules(in: file.text).contains("Foundation"), "\(file.path)")
    }
  }

  @Test(
    "The reader of import lines sees every spelling",
    arguments: [
      ("import Glibc", ["Glibc"]),
      ("  package import CaseRules", ["CaseRules"]),
      ("@preconcurrency import struct Glibc.stat", ["Glibc"]),
      ("@testable import CaseApp // why", ["CaseApp"]),
      ("internal import func Foundation.exit", ["Foundation"]),
      ("// import Foundation", []),
      ("let important = 1", []),
      ("case import custody", []),
    ])
  func reader(line: String, modules: [String]) {
    #expect(ImportStatement.modules(in: line) == modules)
  }
}
