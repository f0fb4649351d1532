import CaseRules

/// Where a text of a kept form belongs.
struct DraftEntryKey: Hashable {
  /// Which of the texts of a form.
  enum Part: String {
    /// What has been typed.
    case typed
    /// What the record said when the form was opened.
    case opened
    /// A reason for passing a warning; the path is the rule's ID.
    case reason
  }

  let part: Part
  let path: String
}

/// A kept form as separate texts, so that a keystroke writes one of them and not the whole form.
///
/// A field is `surname`, a cell `drugs.2.spend`; `drugs.2` alone holds the row's place in its table,
/// so that rows come back in their order, and empty ones too.
enum DraftEntries {
  static func texts(of kept: KeptDraft) -> [DraftEntryKey: String] {
    var texts: [DraftEntryKey: String] = [:]
    add(kept.draft, as: .typed, to: &texts)
    add(kept.base, as: .opened, to: &texts)
    for (rule, reason) in kept.reasons {
      texts[DraftEntryKey(part: .reason, path: rule)] = reason
    }
    return texts
  }

  private static func add(
    _ draft: FormDraft, as part: DraftEntryKey.Part, to texts: inout [DraftEntryKey: String]
  ) {
    for (field, text) in draft.texts { texts[DraftEntryKey(part: part, path: field.text)] = text }
    for (field, rows) in draft.rows {
      for (position, row) in rows.enumerated() {
        let path = "\(field.text).\(row.id)"
        texts[DraftEntryKey(part: part, path: path)] = String(position)
        for (column, text) in row.texts {
          texts[DraftEntryKey(part: part, path: "\(path).\(column.text)")] = text
        }
      }
    }
  }

  /// Puts the texts back where they belong; nil when one has no place in a form.
  static func restore(_ texts: [DraftEntryKey: String], into kept: inout KeptDraft) -> Bool {
    var (typed, opened) = (Restored(), Restored())
    for (key, text) in texts {
      switch key.part {
      case .typed: guard typed.take(key.path, text) else { return false }
      case .opened: guard opened.take(key.path, text) else { return false }
      case .reason: kept.reasons[key.path] = text
      }
    }
    kept.draft = typed.draft
    kept.base = opened.draft
    return true
  }
}

/// A form that is being put together again.
private struct Restored {
  private struct Line {
    var position = 0
    var texts: [FieldCode: String] = [:]
  }

  private var texts: [FieldCode: String] = [:]
  private var lines: [FieldCode: [Int: Line]] = [:]

  mutating func take(_ path: String, _ text: String) -> Bool {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first else { return false }
    let field = FieldCode(first)
    if parts.count == 1 {
      texts[field] = text
      return true
    }
    guard let row = Int(parts[1]) else { return false }
    var line = lines[field, default: [:]][row] ?? Line()
    switch parts.count {
    case 2:
      guard let position = Int(text) else { return false }
      line.position = position
    case 3: line.texts[FieldCode(parts[2])] = text
    default: return false
    }
    lines[field, default: [:]][row] = line
    return true
  }

  var draft: FormDraft {
    let rows = lines.mapValues { lines in
      lines.sorted { ($0.value.position, $0.key) < ($1.value.position, $1.key) }
        .map { FormDraft.Row(id: $0.key, texts: $0.value.texts) }
    }
    return FormDraft(texts: texts, rows: rows)
  }
}
