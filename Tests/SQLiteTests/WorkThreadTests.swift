import SQLite
import TestSupport
import Testing

@Suite("A work thread")
struct WorkThreadTests {
  @Test("does jobs in the order they came, and all of them before it ends")
  func order() throws {
    let done = Guarded<[Int]>([])
    let thread = try WorkThread(named: "order")
    for number in 0..<500 { thread.submit { done.withLock { $0.append(number) } } }
    thread.stop()
    #expect(done.withLock { $0 } == Array(0..<500))
    #expect(!thread.submit {})
  }

  @Test("answers, and hands on what the job throws")
  func answers() throws {
    let thread = try WorkThread(named: "answers")
    #expect(try thread.perform { 6 * 7 } == 42)
    #expect(throws: SQLiteError(.diskFull)) { try thread.perform { throw SQLiteError(.diskFull) } }
    thread.stop()
    #expect(throws: SQLiteError(.closed)) { try thread.perform { 1 } }
  }

  @Test("a job that waits for its own thread is refused instead of waiting for ever")
  func itself() throws {
    let thread = try WorkThread(named: "itself")
    let refused = try thread.perform {
      do {
        try thread.perform {}
        return false
      } catch let error as SQLiteError {
        return error.trouble == .misuse
      }
    }
    #expect(refused)
    thread.stop()
  }

  @Test("a confined value is made, used and let go of on its own thread")
  func confined() throws {
    let folder = try TemporaryFolder()
    let path = folder.file()
    let seat = try Confined(named: "seat") { try openExample(path) }
    try seat.perform { writer in
      try writer.write { try $0.execute("INSERT INTO note (text) VALUES ('x')") }
    }
    let closing = Guarded(false)
    seat.close { _ in closing.withLock { $0 = true } }
    #expect(closing.withLock { $0 })
    #expect(throws: SQLiteError(.closed)) { try seat.perform { _ in } }
    #expect(!seat.submit { _ in })
  }

  @Test("when the value cannot be made, the error comes back")
  func failing() throws {
    let error = #expect(throws: SQLiteError.self) {
      _ = try Confined<Writer>(named: "seat") { throw SQLiteError(.damaged) }
    }
    #expect(error?.trouble == .damaged)
  }
}
