import CSQLite
import Glibc

/// What went wrong with a data file, for a program to act on and for a worker to read.
///
/// Carries the codes, the SQL with its `?` marks and the column concerned; never a value.
package struct SQLiteError: Error, Equatable, Sendable {
  /// The kinds of trouble that are told apart.
  package enum Trouble: Equatable, Sendable {
    /// Somebody else holds the file; `holder` says who, when it is known.
    case busy(holder: String?)
    case readOnly
    case noPermission
    case folderMissing
    case fileMissing
    case fileExists
    case notAnOrdinaryFile
    /// The file lies on a network or user-space file system.
    case unsafeFileSystem
    /// Another program's SQLite file.
    case foreignFile
    /// Written by a later version of the program: its schema number, and the last one known here.
    case newerFile(found: Int, known: Int)
    /// The file was upgraded by steps this program does not know, first the one named.
    case differentHistory(step: String)
    case notADatabase
    case damaged
    case diskFull
    case outOfMemory
    case inputOutput
    /// The file, its `-wal` or its `-shm` was removed or replaced while it was open.
    case fileReplaced
    case interrupted
    /// A rule of the schema refused the change.
    case constraint
    /// A stored value is not what the program expects at that place.
    case unreadableValue
    /// COMMIT failed: the save may or may not be in the file. Look it up by its id.
    case outcomeUnknown(saveID: String)
    case closed
    /// The file does not accept a setting this program relies on.
    case settingRefused
    /// A mistake in the program itself.
    case misuse
  }

  package let trouble: Trouble
  /// SQLite's primary result code, 0 when SQLite was not involved.
  package let code: Int32
  /// SQLite's extended result code.
  package let extendedCode: Int32
  /// The statement, never the values bound to it.
  package let sql: String?
  /// The column or constraint concerned.
  package let column: String?
  /// `errno`, or 0.
  package let systemCode: Int32

  package init(
    _ trouble: Trouble, code: Int32 = 0, sql: String? = nil, column: String? = nil,
    system: Int32 = 0
  ) {
    self.trouble = trouble
    self.code = code & 0xff
    extendedCode = code
    self.sql = sql
    self.column = column
    systemCode = system
  }
}

extension SQLiteError {
  /// The error a connection reports for its last call.
  ///
  /// Messages of failing *data* are left out, since some quote it; constraint messages name
  /// columns and constraints only, or are our own triggers' words.
  init(code: Int32, on handle: OpaquePointer?, sql: String?) {
    // Where COMMIT fails SQLite does not ask the system why; the call that failed was its last one.
    let last = code & 0xff == SQLITE_IOERR ? errno : 0
    let told = handle.map { sqlite3_system_errno($0) } ?? 0
    let system = told == 0 ? last : told
    var column: String?
    if code & 0xff == SQLITE_CONSTRAINT, let handle, let message = sqlite3_errmsg(handle) {
      column = SQLiteError.place(in: String(cString: message))
    }
    self.init(
      SQLiteError.trouble(for: code, system: system), code: code, sql: sql, column: column,
      system: system)
  }

  /// `UNIQUE constraint failed: person.ref` is about `person.ref`.
  private static func place(in message: String) -> String {
    let mark = "constraint failed: "
    var rest = message[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return String(rest.dropFirst(mark.count)) }
      rest = rest.dropFirst()
    }
    return message
  }

  private static func trouble(for code: Int32, system: Int32) -> Trouble {
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy(holder: nil)
    case SQLITE_READONLY: .readOnly
    case SQLITE_PERM, SQLITE_AUTH: .noPermission
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT, SQLITE_FORMAT: .damaged
    case SQLITE_FULL: .diskFull
    case SQLITE_NOMEM: .outOfMemory
    case SQLITE_IOERR: ioTrouble(code, system: system)
    case SQLITE_CANTOPEN: openTrouble(code, system: system)
    case SQLITE_INTERRUPT, SQLITE_ABORT: .interrupted
    case SQLITE_CONSTRAINT: .constraint
    case SQLITE_MISMATCH, SQLITE_TOOBIG: .constraint
    default: .misuse
    }
  }

  private static func ioTrouble(_ code: Int32, system: Int32) -> Trouble {
    let noMemory = SQLITE_IOERR | (12 << 8)
    if code == noMemory { return .outOfMemory }
    return [ENOSPC, EDQUOT, EFBIG].contains(system) ? .diskFull : .inputOutput
  }

  private static func openTrouble(_ code: Int32, system: Int32) -> Trouble {
    switch system {
    case EACCES, EPERM: .noPermission
    case EROFS: .readOnly
    case ENOSPC, EDQUOT, EFBIG: .diskFull
    case ENOENT: .fileMissing
    case ELOOP, EISDIR: .notAnOrdinaryFile
    default: code == SQLITE_CANTOPEN | (6 << 8) ? .notAnOrdinaryFile : .inputOutput
    }
  }

  /// The trouble a system call's `errno` stands for.
  package static func system(_ code: Int32) -> SQLiteError {
    let trouble: Trouble =
      switch code {
      case EACCES, EPERM: .noPermission
      case EROFS: .readOnly
      case ENOSPC, EDQUOT, EFBIG: .diskFull
      case ENOENT: .fileMissing
      case EEXIST: .fileExists
      case ENOTDIR: .folderMissing
      case ELOOP, EISDIR: .notAnOrdinaryFile
      case ENOMEM, EMFILE, ENFILE: .outOfMemory
      default: .inputOutput
      }
    return SQLiteError(trouble, system: code)
  }
}
