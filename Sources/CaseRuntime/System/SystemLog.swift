import CaseStore
import Glibc

/// The log of the host, which is kept elsewhere where it matters: a witness outside the data file.
enum SystemLog {
  /// At sign-out: where the trail of these records ends; nothing for a demonstration.
  static func noteHead(of records: OpenRecords) {
    guard records.demo == nil else { return }
    do {
      if let head = try records.store.read({ try $0.trailHead() }) {
        note(head, of: records.store.path)
      }
    } catch {
      // Whoever leaves is not held up by a file that cannot be read; `verify` tells of it.
      return
    }
  }

  /// The same while the program goes on, for whoever signs in next.
  static func noteHead(of store: StoreFile) {
    store.read {
      try $0.trailHead()
    } then: { head in
      if case .success(let head?) = head { note(head, of: store.path) }
    }
  }

  /// Writes where the trail ends, so that a cut or rewritten trail is found later.
  ///
  /// It holds no name and nothing of the records, and whether anybody
  /// listens cannot be told.
  static func note(_ head: TrailHead, of path: String) {
    let line = "throughcare head \(head.text) of \(path.split(separator: "/").last ?? "")"
    // Of the path only the last part, and of that no sign that would begin another line.
    let clean = String(line.unicodeScalars.map { $0.value < 0x20 ? "?" : Character($0) })
    openlog("throughcare", LOG_PID, LOG_AUTH)
    withVaList([]) { vsyslog(LOG_NOTICE, clean.filter { $0 != "%" }, $0) }
    closelog()
  }
}
