extension SQLiteError {
  /// What is wrong and what to do next, for a worker.
  package var explanation: String {
    switch trouble {
    case .busy(let holder):
      "\(holder ?? "Another session") is saving and has not finished. Nothing was saved; "
        + "try again in a moment."
    case .readOnly:
      "The data file, or its folder, may only be read. Ask the administrator for the right to write."
    case .noPermission:
      "This account is not allowed to use the data file. Ask the administrator."
    case .folderMissing:
      "The folder of the data file does not exist. Check the path."
    case .fileMissing:
      "There is no data file at that place. Check the path."
    case .fileExists:
      "A file of that name is there already and is left as it is. Choose another name."
    case .notAnOrdinaryFile:
      "The path leads through a link or to something that is not a file. Give the real path."
    case .unsafeFileSystem:
      "The data file lies on a network or user-space file system, where saves can be lost. "
        + "Put it on a disk of this computer."
    case .foreignFile:
      "This file belongs to another program. Check the path."
    case .newerFile(let found, let known):
      "This data file was written by a newer version of the program (step \(found); this one knows "
        + "step \(known)). Use the newer program."
    case .differentHistory(let step):
      "This data file was made by a different edition of the program (at step \"\(step)\"). "
        + "Use the edition that made it, or tell the administrator."
    case .notADatabase:
      "This file is not a data file of this program, or its beginning is damaged. "
        + "Nothing was written to it. Restore a backup if it used to open."
    case .damaged:
      "The data file is damaged. Nothing more is written to it. Stop work and restore a backup."
    case .diskFull:
      "The disk is full. Nothing was saved. Free some space, then save again."
    case .outOfMemory:
      "The computer has run out of memory. Nothing was saved. Close other programs and try again."
    case .inputOutput:
      "The disk reported an error. Nothing more is written until the program is started again. "
        + "Tell the administrator."
    case .fileReplaced:
      "The data file was moved or replaced while the program was running. Nothing more is written. "
        + "Leave the program and tell the administrator before starting it again."
    case .interrupted:
      "The work was stopped before it finished."
    case .constraint:
      "The data file refused the change\(column.map { " (\($0))" } ?? ""). Nothing was saved."
    case .unreadableValue:
      "A stored value cannot be read\(column.map { " (\($0))" } ?? ""). Tell the administrator."
    case .outcomeUnknown:
      "It is not certain that the save reached the disk. The program looks it up; do not enter it "
        + "again yet."
    case .closed:
      "The data file has been closed."
    case .settingRefused:
      "The data file does not accept a setting this program needs to keep saves safe"
        + "\(column.map { " (\($0))" } ?? ""). Tell the administrator."
    case .misuse:
      "The program made a mistake with the data file. Nothing was saved. Tell the administrator."
    }
  }
}

extension SQLiteError: CustomStringConvertible {
  /// For logs and test failures: kind, codes, place and SQL; never data.
  package var description: String {
    var parts = ["\(trouble)"]
    if extendedCode != 0 { parts.append("SQLite \(extendedCode)") }
    if systemCode != 0 { parts.append("errno \(systemCode)") }
    if let column { parts.append(column) }
    if let sql { parts.append(sql) }
    return parts.joined(separator: ", ")
  }
}
