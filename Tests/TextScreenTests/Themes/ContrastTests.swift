import Testing
import TextScreen

@Suite("Contrast")
struct ContrastTests {
  @Test("black and white are as far apart as can be")
  func extremes() throws {
    let black = RGB(0, 0, 0)
    let white = RGB(255, 255, 255)
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(black.contrast(with: black) == 1)
    #expect(abs(RGB(118, 118, 118).contrast(with: white) - 4.54) < 0.01)
    #expect(try #require(RGB(hex: "#0080ff")) == RGB(0, 128, 255))
    #expect(RGB(hex: "0080ff") == nil)
    #expect(RGB(hex: "#0080fg") == nil)
  }

  /// The worst ratio over the five palettes, for pairs that matter in themes.
  @Test(
    "a pair of the sixteen colours counts as its worst palette",
    arguments: [
      ("white", "black", 17.5), ("b-yellow", "black", 16.9), ("b-cyan", "black", 11.3),
      ("grey", "black", 9.0), ("b-green", "black", 8.5), ("cyan", "black", 6.0),
      ("green", "black", 5.7), ("b-red", "black", 5.0), ("b-blue", "black", 4.1),
      ("yellow", "black", 4.0), ("b-magenta", "black", 3.2), ("dark-grey", "black", 2.8),
      ("red", "black", 2.7), ("magenta", "black", 2.4), ("blue", "black", 1.6),
      ("black", "white", 17.5), ("red", "white", 5.1), ("blue", "white", 5.1),
      ("magenta", "white", 4.7), ("green", "white", 2.2), ("cyan", "white", 2.0),
      ("yellow", "white", 1.7), ("black", "grey", 9.0), ("white", "blue", 5.1),
      ("b-yellow", "blue", 4.8), ("white", "red", 5.1), ("black", "cyan", 6.0),
      ("black", "b-yellow", 16.9),
    ])
  func sixteen(front: String, back: String, worst: Double) throws {
    let theme = try #require(Theme.load("[roles]\ntext = \(front) on \(back)") { _ in nil }.theme)
    let row = try #require(ThemeCheck(theme).rows.first { $0.tone == .text })
    #expect(abs(try #require(row.sixteen) - worst) <= 0.1)
  }

  @Test(
    "a theme that somebody cannot read is refused, and it is said why",
    arguments: [
      ("text = blue on black", "text has a contrast of 1."),
      ("border = dark-grey on black", "border has a contrast of 2.8 and needs 3.0"),
      ("list.cursor = cyan on black", "list.cursor differs from list.row only by hue"),
      (
        "test.positive = b-red on black\ntest.negative = b-green on black",
        "test.negative and test.positive are told apart by red and green"
      ),
      ("dialog = black on cyan, bold", "dialog has a contrast of"),
      ("text = black on white", "background = dark, but text stands on a light one"),
    ])
  func refused(roles: String, problem: String) throws {
    let text = try ShippedFiles.text("themes/default-dark.theme")
    let names = roles.split(separator: "\n").map { $0.split(separator: " ")[0] }
    let kept = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      !names.contains { line.hasPrefix($0 + " ") && line.contains(" on ") }
    }
    let changed = kept.joined(separator: "\n")
      .replacing("[roles]", with: "[roles]\n\(roles)\n")
    let theme = try #require(Theme.load(changed) { _ in nil }.theme)
    let check = ThemeCheck(theme)
    #expect(check.problems.contains { $0.contains(problem) }, "\(check.problems)")
  }

  @Test("a ratio is rounded down, so that enough is enough")
  func ratio() {
    #expect(ThemeCheck.ratio(4.49) == "4.4")
    #expect(ThemeCheck.ratio(21) == "21.0")
  }

  @Test("true colours are shown with the nearest of 256 where there are no more")
  func nearest() {
    #expect(RGB(0, 0, 0).nearestIndex == 16)
    #expect(RGB(255, 255, 255).nearestIndex == 231)
    #expect(RGB(0x87, 0xD7, 0xFF).nearestIndex == 117)
    #expect(RGB(indexed: RGB(100, 100, 100).nearestIndex).red > 90)
  }
}

@Suite("How many colours are used")
struct ColourDepthTests {
  @Test(
    "the strongest reason decides",
    arguments: [
      (ColourDepth.Circumstances(described: 256), ColourDepth.indexed),
      (.init(described: 8), .eight), (.init(described: 16), .sixteen),
      (.init(described: 88), .sixteen),
      (.init(described: -1), .none), (.init(described: 2), .none),
      (.init(noColour: "1", described: 256), .none),
      (.init(noColour: "", described: 256), .indexed),
      (.init(noColour: "1", setting: .indexed, described: 256), .none),
      (.init(asked: .sixteen, noColour: "1", described: 256), .sixteen),
      (.init(setting: .eight, described: 256), .eight),
      (.init(described: 256, colourTerm: "truecolor"), .indexed),
      (.init(described: 256, describesTrueColour: true, colourTerm: "24bit"), .trueColour),
      (.init(described: 256, describesTrueColour: true), .indexed),
      (.init(setting: .trueColour, described: 256), .trueColour),
    ])
  func chosen(around: ColourDepth.Circumstances, depth: ColourDepth) {
    #expect(ColourDepth.chosen(in: around) == depth)
  }

  @Test("each depth has the name used in options", arguments: ColourDepth.allCases)
  func names(depth: ColourDepth) {
    #expect(ColourDepth(name: depth.name) == depth)
  }
}
