import CaseApp
import CaseRules
import CaseScreens
import Glibc

/// Papers as files: only in the export folder, under names the program makes, for their owner alone.
enum PaperFile {
  static func text(of paper: Paper, as format: PaperFormat) -> String {
    switch format {
    case .text: PaperText.text(of: paper)
    case .html: PaperHTML.text(of: paper)
    }
  }

  /// "client-P-0042-20261129-165012.html": a number and a time, nothing that somebody typed.
  static func name(for person: RecordRef, at moment: Moment, as format: PaperFormat) -> String {
    let time = moment.local.time.text.filter { $0 != ":" } + moment.iso.suffix(3).prefix(2)
    let day = moment.date.iso.filter { $0 != "-" }
    return "client-\(person.text)-\(day)-\(time).\(format.suffix)"
  }

  /// "letter-BR-0042-20261129-165012.html".
  static func name(
    of paper: PaperRef, at moment: Moment, as format: PaperFormat
  ) -> String {
    name(of: paper.fileWord, at: moment, suffix: format.suffix)
  }

  /// "trail-20261129-165012.csv".
  static func name(ofList list: StaticString, at moment: Moment, suffix: String) -> String {
    name(of: list.description, at: moment, suffix: suffix)
  }

  /// "caseload-20261129-165012.csv".
  static func name(ofExport list: ExportedList, at moment: Moment, suffix: String) -> String {
    name(of: list.rawValue, at: moment, suffix: suffix)
  }

  private static func name(of what: String, at moment: Moment, suffix: String) -> String {
    let time = moment.local.time.text.filter { $0 != ":" } + moment.iso.suffix(3).prefix(2)
    return "\(what)-\(moment.date.iso.filter { $0 != "-" })-\(time).\(suffix)"
  }

  /// Writes a new file and answers with its path; a folder that others can reach is refused.
  static func write(_ text: String, to name: String, in folder: String) throws -> String {
    try write(to: name, in: folder) { try $0.write(text) }
  }

  /// The same for what is written piece by piece.
  static func write(
    to name: String, in folder: String, _ body: (FileHandle) throws -> Void
  ) throws -> String {
    try PrivateFolder.ensure(folder, for: .records)
    let path = folder + "/" + name
    let file = try FileHandle(creating: path)
    do {
      try body(file)
      try file.sync()
      return path
    } catch {
      unlink(path)
      throw error
    }
  }
}
