import CaseStore
import Glibc

/// The log of the host, which is kept elsewhere where it matters: a witness outside the data file.
enum SystemLog {
  /// While somebody is at work; what is cut off later than that is told by no head.
  static let minutesBetween = 10

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
    openlog("throughcare", LOG_PID, LOG_AUTH)
    withVaList([]) { vsyslog(LOG_NOTICE, line(head, of: path), $0) }
    closelog()
  }

  /// Of the path only the last part, and of that no sign that would begin another line, or that the
  /// log reads as an order.
  static func line(_ head: TrailHead, of path: String) -> String {
    let line = "throughcare head \(head.text) of \(path.split(separator: "/").last ?? "")"
    let clean = line.unicodeScalars.map {
      $0.value < 0x20 || $0.value == 0x7F ? "?" : Character($0)
    }
    return String(clean.filter { $0 != "%" })
  }
}
