import FoundationEssentials

/// The package's own files, found from where this test file was compiled.
struct SourceTree {
  let root: String

  init(testFile: String = #filePath) {
    root = testFile.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(3).joined(separator: "/")
  }

  struct SourceFile {
    /// From the package's top: `Sources/CaseRules/Time/Moment.swift`.
    let path: String
    let text: String

    /// The folder right under `Sources` or `Tests`: the module the file is compiled into.
    var module: String {
      let parts = path.split(separator: "/")
      return parts.count > 1 ? String(parts[1]) : ""
    }
  }

  /// Every Swift file under a folder of the package.
  func swiftFiles(in folder: String) throws -> [SourceFile] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")
    return try all.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SourceFile(
        path: "\(folder)/\(path)",
        text: try String(contentsOfFile: "\(root)/\(folder)/\(path)", encoding: .utf8))
    }
  }

  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted()
  }

  func text(of path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }
}
