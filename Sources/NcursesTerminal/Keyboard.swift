import Glibc
import TextScreen

/// Waits for bytes, signals and the wake pipe, and turns them into events.
final class Keyboard {
  enum Event {
    case input(TerminalInput)
    case resized, stopped, resumed
  }

  private var decoder: KeyDecoder
  private let input: Int32
  private let signals: SignalWatch
  private var hasHungUp = false
  private var resizeDue: Int?
  private var lastResize = Int.min / 2
  private var buffer = [UInt8](repeating: 0, count: 65536)

  /// A window that is dragged changes its size many times; following at this pace is enough.
  private static let resizePause = 50

  init(decoder: KeyDecoder, input: Int32, signals: SignalWatch) {
    self.decoder = decoder
    self.input = input
    self.signals = signals
  }

  func forget() { decoder.reset() }

  /// Milliseconds of a clock that only goes forward.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  func wait(milliseconds: Int?, wake: Int32) -> [Event] {
    let end = milliseconds.map { Keyboard.now() + max(0, min($0, 1 << 40)) }
    while true {
      let now = Keyboard.now()
      var events = due(now)
      let due = [end, decoder.deadline, resizeDue].compactMap(\.self).min()
      let timeout = events.isEmpty ? due.map { max(0, $0 - now) } : 0
      events += poll(wake: wake, timeout: timeout)
      if !events.isEmpty { return events }
      if let end, Keyboard.now() >= end { return [.input(.timeout)] }
    }
  }

  /// What the clock alone brings.
  private func due(_ now: Int) -> [Event] {
    var events = decoder.pass(now).map(Event.input)
    if let due = resizeDue, now >= due {
      resizeDue = nil
      lastResize = now
      events.append(.resized)
    }
    return events
  }

  private func poll(wake: Int32, timeout: Int?) -> [Event] {
    let readable = Int16(POLLIN)
    var polled = [
      pollfd(fd: hasHungUp ? -1 : input, events: readable, revents: 0),
      pollfd(fd: signals.descriptor, events: readable, revents: 0),
      pollfd(fd: wake, events: readable, revents: 0),
    ]
    let wait = timeout.map { Int32(clamping: $0) } ?? -1
    var events = signals.hasMore ? signalled() : []
    guard Glibc.poll(&polled, nfds_t(polled.count), events.isEmpty ? wait : 0) > 0 else {
      return events
    }
    if polled[1].revents != 0 { events += signalled() }
    if polled[0].revents != 0 { events += read() }
    if polled[2].revents != 0 { events.append(.input(.wake)) }
    return events
  }

  private func signalled() -> [Event] {
    signals.events().compactMap { event in
      switch event {
      case .terminate: .input(.terminate)
      case .hangUp: .input(.hangUp)
      case .stop: .stopped
      case .resumed: .resumed
      case .resize:
        noteResize()
      }
    }
  }

  private func noteResize() -> Event? {
    if resizeDue == nil {
      resizeDue = max(Keyboard.now(), lastResize + Keyboard.resizePause)
    }
    return nil
  }

  private func read() -> [Event] {
    let count = Glibc.read(input, &buffer, buffer.count)
    if count < 0 && (errno == EINTR || errno == EAGAIN) { return [] }
    if count <= 0 {
      hasHungUp = true
      return [.input(.hangUp)]
    }
    return decoder.feed(Array(buffer[..<count]), at: Keyboard.now()).map(Event.input)
  }
}
