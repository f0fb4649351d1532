import Foundation
import Testing
import TextScreen

/// Compares a picture with the one that was kept; a missing one is written, and the test fails.
func expectSnapshot(
  _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots")
  let file = folder.appending(path: name + ".txt")
  let now = frame.snapshot()
  guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
    do {
      try now.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("New snapshot \(name): look at it", sourceLocation: sourceLocation)
    } catch {
      Issue.record("Snapshot \(name) cannot be written", sourceLocation: sourceLocation)
    }
    return
  }
  if kept != now {
    Issue.record("\(name) looks different now:\n\(frame.text())", sourceLocation: sourceLocation)
  }
}
