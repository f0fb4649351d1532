import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// T20: the order is that of the numbers; what the clock did is told.
@Suite("The computer's clock is set while people work")
struct ClockJumpTests {
  /// Clocks a test sets.
  private final class Hands: Sendable {
    let clocks: Guarded<Workplace.Clocks>

    init(_ wall: Int64) { clocks = Guarded(Workplace.Clocks(wall: wall, sinceBoot: 1_000_000)) }

    func pass(seconds: Int64, wall: Int64? = nil) {
      clocks.withLock {
        $0.sinceBoot += seconds * 1_000
        $0.wall += wall ?? seconds
      }
    }

    var workplace: Workplace {
      Workplace(
        session: "5e55", terminal: "pts/3", remote: "10.0.0.4",
        clocks: { [clocks] in clocks.withLock { $0 } })
    }
  }

  private static let noon: Int64 = 1_795_338_000

  private static func save(_ store: StoreFile, _ hands: Hands) throws {
    let wall = hands.clocks.withLock { $0.wall }
    try store.write(
      try Attribution(by: WorkerID(1), as: .adm, at: Moment(seconds: wall))
    ) { try $0.changeSetting(.contactAttempts, to: "4") }
  }

  private static func kinds(_ store: StoreFile) throws -> [String] {
    try store.read { try $0.query("SELECT kind FROM audit ORDER BY seq") { try $0.text(0) } }
  }

  @Test("an entry says from which session, line and computer it comes")
  func place() throws {
    let file = try TemporaryStore()
    let hands = Hands(Self.noon)
    let store = try StoreFile(opening: file.path, as: "T", workplace: hands.workplace)
    defer { store.close() }
    try Self.save(store, hands)
    let found = try store.read {
      try $0.first(
        "SELECT session, terminal, remote, boot_ms FROM audit ORDER BY seq DESC LIMIT 1"
      ) { [try $0.text(0), try $0.text(1), try $0.text(2), String(try $0.int64(3))] }
    }
    #expect(found == ["5e55", "pts/3", "10.0.0.4", "1000000"])
    #expect(try file.verify().isGood)
  }

  @Test(
    "T20: set back by more than two seconds, or off by more than five minutes, is an entry",
    arguments: [
      (10, nil, false), (3_600, nil, false), (10, -1, false), (10, -20, true), (10, 290, false),
      (10, 400, true), (10, 86_400 * 400, true), (7_200, 60, true),
    ] as [(Int64, Int64?, Bool)])
  func jumps(passed: Int64, wall: Int64?, isTold: Bool) throws {
    let file = try TemporaryStore()
    let hands = Hands(Self.noon)
    let store = try StoreFile(opening: file.path, as: "T", workplace: hands.workplace)
    defer { store.close() }
    try Self.save(store, hands)
    hands.pass(seconds: passed, wall: wall)
    try Self.save(store, hands)
    #expect(try Self.kinds(store).contains("clock.jump") == isTold)
    let look = try file.verify()
    #expect(look.isGood)
    #expect(look.notes.contains { $0.contains("clock.jump") } == isTold)
  }

  @Test("T20: a session that begins on a clock set back is told by the newest entry")
  func anotherSession() throws {
    let file = try TemporaryStore()
    let hands = Hands(Self.noon - 86_400)
    let store = try StoreFile(opening: file.path, as: "T", workplace: hands.workplace)
    defer { store.close() }
    try Self.save(store, hands)
    #expect(try Self.kinds(store).contains("clock.jump"))
  }
}
