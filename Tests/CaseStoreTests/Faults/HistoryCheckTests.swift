import Testing
import torture

@Suite("The check of histories")
struct HistoryCheckTests {
  /// Two sessions, two records; each history below differs from it in one thing.
  private static let sessions = [
    [
      Operation(save: "a", record: 1, seen: 1, began: 10, end: .ok(version: 2, at: 20)),
      Operation(save: "b", record: 1, seen: 2, began: 30, end: .ok(version: 3, at: 40)),
      Operation(save: "c", record: 2, seen: 2, began: 50, end: .failed(at: 60)),
    ],
    [
      Operation(save: "d", record: 2, seen: 1, began: 15, end: .ok(version: 2, at: 45)),
      Operation(save: "e", record: 1, seen: 3, began: 70, end: .unknown),
    ],
  ]

  private static let trail = [
    HistoryCheck.Entry(save: "a", record: 1, before: 1, after: 2),
    HistoryCheck.Entry(save: "d", record: 2, before: 1, after: 2),
    HistoryCheck.Entry(save: "b", record: 1, before: 2, after: 3),
  ]

  private static let last = HistoryCheck.Entry(save: "e", record: 1, before: 3, after: 4)

  @Test("a history as it should be is accepted, with the unclear save there and without")
  func good() {
    for trail in [Self.trail, Self.trail + [Self.last]] {
      #expect(HistoryCheck(sessions: Self.sessions, trail: trail).complaints == [])
    }
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let spoil: @Sendable (inout [[Operation]], inout [HistoryCheck.Entry]) -> Void

    init(
      _ name: String,
      _ spoil: @escaping @Sendable (inout [[Operation]], inout [HistoryCheck.Entry]) -> Void
    ) { (testDescription, self.spoil) = (name, spoil) }
  }

  static let faults = [
    Fault("an acknowledged save is lost") { _, trail in trail.removeLast() },
    Fault("an acknowledged save is there twice") { _, trail in trail.append(trail[2]) },
    Fault("a refused save is there") { _, trail in
      trail.append(HistoryCheck.Entry(save: "c", record: 2, before: 2, after: 3))
    },
    Fault("an unclear save is there twice") { _, trail in
      trail += [last, HistoryCheck.Entry(save: "e", record: 1, before: 4, after: 5)]
    },
    Fault("a save is nobody's") { _, trail in
      trail.append(HistoryCheck.Entry(save: "z", record: 2, before: 2, after: 3))
    },
    Fault("a version is left out") { _, trail in
      trail.append(HistoryCheck.Entry(save: "e", record: 1, before: 4, after: 5))
    },
    Fault("two saves make the same version") { _, trail in
      trail.append(HistoryCheck.Entry(save: "e", record: 1, before: 2, after: 3))
    },
    Fault("another version was told than made") { sessions, _ in
      sessions[0][1].end = .ok(version: 4, at: 40)
    },
    Fault("a session reads an older version than it made") { sessions, _ in
      sessions[0][1] = Operation(
        save: "b", record: 1, seen: 1, began: 30, end: .ok(version: 3, at: 40))
    },
    Fault("a later save stands before an earlier one") { _, trail in
      trail.swapAt(1, 2)
      trail.swapAt(0, 2)
    },
    Fault("a save that began afterwards stands before one that was acknowledged") { sessions, _ in
      sessions[1][0].end = .ok(version: 2, at: 16)
      sessions[0][0] = Operation(
        save: "a", record: 1, seen: 1, began: 18, end: .ok(version: 2, at: 20))
    },
  ]

  @Test("what is wrong in a history is found", arguments: faults)
  func found(_ fault: Fault) {
    var (sessions, trail) = (Self.sessions, Self.trail)
    fault.spoil(&sessions, &trail)
    #expect(HistoryCheck(sessions: sessions, trail: trail).complaints != [])
  }

  @Test("a session that was killed leaves a save of which nobody knows")
  func lines() {
    let read = Operation.all(in: [
      "ready", "invoke a 10 1 1", "ok a 20 2", "invoke b 30 1 2", "fail b 40 changed elsewhere",
      "invoke c 50 2 1", "unknown c 60 who knows", "invoke d 70 2 1",
    ])
    #expect(
      read.map(\.end) == [.ok(version: 2, at: 20), .failed(at: 40), .unknown, .unknown])
    #expect(read.map(\.save) == ["a", "b", "c", "d"])
  }
}
