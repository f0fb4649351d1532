package import CaseApp
package import TextScreen

/// What was drawn last, of which the next picture takes over what stays; and while a key is held, the
/// picture that comes next, drawn before the key.
package struct LastPicture {
  /// A picture with what it was made from.
  private struct Drawn {
    let state: AppState
    let frame: Frame
  }

  private var last: Drawn?
  /// What comes if the hand goes on as it went last.
  private var expected: Drawn?

  package init() {}

  /// The same picture as from the state alone, sooner where only the hand has moved in a list, and
  /// at once where that step was expected.
  package mutating func frame(of state: AppState, size: Size, keymap: Keymap) -> Frame {
    let frame =
      expectedFrame(of: state, size) ?? stepFrame(of: state, size, keymap)
      ?? AppScreen.frame(for: state, size: size, keymap: keymap)
    last = Drawn(state: state, frame: frame)
    expected = nil
    return frame
  }

  /// Draws ahead of the next key where one is held.
  ///
  /// To be called once the picture of this state is shown. A key that is there already waits no longer
  /// for it: it finds its picture ready.
  package mutating func expectNext(after state: AppState, size: Size, keymap: Keymap) {
    expected = state.afterSameMove().flatMap { next in
      stepFrame(of: next, size, keymap).map { Drawn(state: next, frame: $0) }
    }
  }

  /// Whether the next picture is ready if `state` comes.
  package func expects(_ state: AppState) -> Bool {
    guard let last, let expected, state.handBeforeStep(from: last.state) != nil else {
      return false
    }
    return state.isAsExpected(expected.state)
  }

  private func expectedFrame(of state: AppState, _ size: Size) -> Frame? {
    guard let expected, expected.frame.size == size, expects(state) else { return nil }
    return expected.frame
  }

  private func stepFrame(of state: AppState, _ size: Size, _ keymap: Keymap) -> Frame? {
    let layout = AppLayout(size)
    guard let last, last.frame.size == size, !layout.isTooSmall,
      let hand = state.handBeforeStep(from: last.state)
    else { return nil }
    var frame = last.frame
    frame.draw { area in
      let keys = LiveKeys(keymap, for: state)
      AppPicture(state: state, layout: layout, keys: keys).drawStep(from: hand, in: area)
    }
    return frame
  }
}
