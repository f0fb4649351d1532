// swift-tools-version: 6.2
import PackageDescription

/// Every target speaks Swift 6, says what it exposes, and builds without a warning.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
  // Each function by itself, so that the linker can put those side by side that run together.
  .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
]

/// What runs with every key and at every start; the file says how it is made.
let hotFunctions = Context.packageDirectory + "/Sources/throughcare/hot-functions.txt"

/// The floors of the house; which may stand on which is written in `ImportTests`.
let package = Package(
  name: "throughcare",
  products: [
    .executable(name: "throughcare", targets: ["throughcare"])
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CCrypt"),

    .target(name: "CaseRules", swiftSettings: strict),
    .target(name: "CaseApp", dependencies: ["CaseRules"], swiftSettings: strict),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
    .target(
      name: "CaseStore", dependencies: ["CaseRules", "SQLite", "CCrypt"], swiftSettings: strict),
    .target(name: "TextScreen", swiftSettings: strict),
    .target(
      name: "CaseScreens", dependencies: ["CaseApp", "CaseRules", "TextScreen"],
      swiftSettings: strict),
    .target(
      name: "NcursesTerminal", dependencies: ["CNcurses", "TextScreen"], swiftSettings: strict),
    .target(
      name: "CaseRuntime",
      dependencies: ["CaseApp", "CaseRules", "CaseScreens", "CaseStore", "TextScreen"],
      resources: [.embedInCode("keymaps"), .embedInCode("themes")],
      swiftSettings: strict),
    .executableTarget(
      name: "throughcare", dependencies: ["CaseRuntime", "NcursesTerminal"],
      exclude: ["hot-functions.txt"], swiftSettings: strict,
      // One file that needs no library: loading seven and binding their symbols took a fifth of the
      // time to the first picture. Nothing here may ask the C library for what it loads modules for:
      // its name service and character sets other than UTF-8. lld, because the other linkers warn of
      // such functions even where nobody calls them.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-executable", "-use-ld=lld",
            "-Xlinker", "--symbol-ordering-file=\(hotFunctions)",
            "-Xlinker", "--no-warn-symbol-ordering",
          ],
          .when(platforms: [.linux], configuration: .release))
      ]),

    // Not shipped: tries the records with every fault, in the tests at small size and alone at full.
    .executableTarget(
      name: "torture", dependencies: ["CaseStore", "CaseRules", "SQLite", "CSQLite"],
      swiftSettings: strict),

    // What several test targets set the table with.
    .target(
      name: "TestSupport", dependencies: ["CaseRules", "TextScreen"], path: "Tests/TestSupport",
      swiftSettings: strict),

    .target(
      name: "StoreTestSupport", dependencies: ["CaseRules", "CaseStore", "SQLite"],
      path: "Tests/StoreTestSupport", swiftSettings: strict),

    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(name: "CaseRulesTests", dependencies: ["CaseRules"], swiftSettings: strict),
    .testTarget(
      name: "CaseAppTests", dependencies: ["CaseApp", "CaseRules", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SQLiteTests", dependencies: ["SQLite", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CaseStoreTests",
      dependencies: [
        "CaseStore", "CaseRules", "SQLite", "TestSupport", "StoreTestSupport", "torture",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TextScreenTests", dependencies: ["TextScreen", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NcursesTerminalTests", dependencies: ["NcursesTerminal", "TextScreen"],
      swiftSettings: strict),
    .testTarget(
      name: "CaseScreensTests",
      dependencies: ["CaseScreens", "CaseApp", "CaseRules", "TextScreen", "TestSupport"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "CaseRuntimeTests",
      dependencies: [
        "CaseRuntime", "CaseStore", "CaseApp", "CaseScreens", "CaseRules", "SQLite", "TextScreen",
        "TestSupport", "StoreTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["throughcare", "torture", "SQLite", "TestSupport"],
      swiftSettings: strict),
  ]
)
