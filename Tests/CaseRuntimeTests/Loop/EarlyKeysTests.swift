import Testing
import TextScreen

@testable import CaseRuntime

@Suite("How long keys wait for what they are about")
struct EarlyKeysTests {
  private let enter = TerminalInput.key(.enter)
  private let down = TerminalInput.key(.down)

  private func keys(_ inputs: TerminalInput...) -> EarlyKeys {
    var keys = EarlyKeys()
    for input in inputs { keys.add(input) }
    return keys
  }

  @Test("They are taken in the order in which they came")
  func order() {
    var keys = keys(enter, down)
    #expect(keys.first == enter)
    keys.removeFirst()
    #expect(keys.first == down)
    keys.removeFirst()
    #expect(keys.isEmpty && keys.first == nil)
  }

  @Test("Three seconds from when the first began to wait, all of them are given up")
  func patience() {
    var keys = keys(enter, down)
    #expect(keys.milliseconds(from: 10_000) == .max, "none waits yet")
    keys.hold(at: 10_000)
    keys.hold(at: 12_000)
    #expect(keys.milliseconds(from: 12_000) == 1_000)
    #expect(keys.milliseconds(from: 13_500) == 0)
    let given = [12_999, 13_000, 20_000].map { keys.giveUp(at: $0) }
    #expect(given == [false, true, false], "said once")
    #expect(keys.isEmpty)
  }

  @Test("What is behind the first waits no longer than it does")
  func behind() {
    var keys = keys(enter, down)
    keys.hold(at: 10_000)
    keys.removeFirst()
    keys.hold(at: 12_500)
    let areGivenUp = keys.giveUp(at: 13_000)
    #expect(areGivenUp)
  }

  @Test("Once all are taken or forgotten, the next to wait has its time before it")
  func anew() {
    var keys = keys(enter)
    keys.hold(at: 10_000)
    keys.removeFirst()
    #expect(keys.milliseconds(from: 11_000) == .max)
    keys.add(down)
    keys.hold(at: 11_000)
    keys.forget()
    #expect(keys.isEmpty && keys.milliseconds(from: 14_000) == .max)
    keys.add(enter)
    keys.hold(at: 14_000)
    #expect(keys.milliseconds(from: 14_000) == 3_000)
  }
}
