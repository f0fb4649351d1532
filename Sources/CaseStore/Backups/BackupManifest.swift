package import CaseRules

/// What lies beside a backup: which bytes it was, and where its trail ended.
///
/// The head is one that is kept outside the data file: `verify --anchor` reads it from here.
package struct BackupManifest: Equatable, Sendable {
  package let digest: Digest
  /// In bytes.
  package let size: Int
  package let at: Moment
  package let entries: Int
  package let head: TrailHead?

  package init(digest: Digest, size: Int, at: Moment, entries: Int, head: TrailHead?) {
    self.digest = digest
    self.size = size
    self.at = at
    self.entries = entries
    self.head = head
  }

  /// Where the manifest of a backup lies.
  package static func path(of backup: String) -> String { backup + ".manifest" }

  /// Lines of a word and its value.
  package var text: String {
    var lines = [
      BackupManifest.title, "made \(at.iso)", "bytes \(size)", "sha256 \(digest.hex)",
      "entries \(entries)",
    ]
    if let head { lines.append("head \(head.text)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let title = "throughcare-backup 1"

  /// Nil for anything else than what `text` gives.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.first == BackupManifest.title else { return nil }
    let values = Dictionary(
      lines.dropFirst().map { line in
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
      }, uniquingKeysWith: { one, _ in one })
    guard let digest = values["sha256"].flatMap({ Digest(hex: $0) }),
      let size = values["bytes"].flatMap({ Int($0) }),
      let at = values["made"].flatMap({ Moment(iso: $0) }),
      let entries = values["entries"].flatMap({ Int($0) })
    else { return nil }
    self.init(
      digest: digest, size: size, at: at, entries: entries,
      head: values["head"].flatMap { TrailHead($0) })
  }
}
