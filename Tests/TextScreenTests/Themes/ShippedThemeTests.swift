import Testing
import TextScreen

@Suite("The shipped themes")
struct ShippedThemeTests {
  static let names = [
    "default-dark", "default-light", "high-contrast-dark", "high-contrast-light",
    "red-green-safe", "blue-yellow-safe", "mono",
  ]

  static func load(_ name: String) throws -> ThemeLoad {
    let text = try ShippedFiles.text("themes/\(name).theme")
    var bases: [String: String] = [:]
    for base in ["default-dark", "default-light"] {
      bases[base] = try ShippedFiles.text("themes/\(base).theme")
    }
    return Theme.load(text) { bases[$0] }
  }

  @Test("can be read by everybody, at every depth of colours", arguments: names)
  func pass(name: String) throws {
    let load = try Self.load(name)
    #expect(load.problems.map(\.description) == [])
    let check = ThemeCheck(try #require(load.theme))
    #expect(check.problems == [])
  }
}
