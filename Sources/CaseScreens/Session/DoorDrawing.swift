import CaseApp
import CaseRules
import TextScreen

/// The door: a box in the middle and nothing of the work anywhere.
struct DoorDrawing {
  let door: Door
  let state: AppState
  let keys: LiveKeys

  func draw(in area: Area) {
    area.fill(tone: .text)
    area.placeCursor(row: 0, column: 0)
    let content = lines
    let rows = content.count + fieldRows + 4
    let box = area.centred(rows: min(rows, area.rows - 3), columns: min(66, area.columns - 2))
    let inner = box.box(title: title, isFocused: true).inset(rows: 1, columns: 1)
    for (row, line) in content.enumerated() {
      inner.write(line.words, row: row, tone: line.tone, width: inner.columns)
    }
    draw(door.fields, in: inner.droppingTop(content.count + (content.isEmpty ? 0 : 1)))
    TitleBar(left: " \(AppPicture.program)", right: "\(state.now.time.text) ").draw(in: area.row(0))
    drawFoot(in: area)
  }

  private var fieldRows: Int { door.fields.isEmpty ? 0 : door.fields.count + 1 }

  // MARK: Words

  private var title: String {
    switch door.page {
    case .signIn: "Sign in"
    case .locked(let lock): "Locked \(lock.since.time.text)"
    case .mustChange: "A new password"
    case .changePassword: "Change your password"
    case .confirm: "Your password again"
    }
  }

  private struct Line {
    let words: String
    var tone: Tone = .text
  }

  private var lines: [Line] {
    let said = wrapped(what, .text) + [] + wrapped(why, .warn)
    return said + wrapped(door.problem.map { [$0] } ?? [], .error)
  }

  private func wrapped(_ words: [String], _ tone: Tone) -> [Line] {
    words.flatMap { TextScreen.wrapped(displaySafe($0, lines: .many), to: 60) }
      .map { Line(words: $0.text, tone: tone) }
  }

  private var what: [String] {
    switch door.page {
    case .signIn:
      ["Casework for drug-intervention teams."] + accountWords
    case .locked(let lock): lockWords(lock)
    case .mustChange(let why): [why + ".", PasswordRules.advice + "."]
    case .changePassword: [PasswordRules.advice + "."]
    case .confirm(let confirming):
      [
        "\(confirming.why).",
        [confirming.form, confirming.heading].compactMap(\.self).joined(
          separator: ": "),
      ] + demoWords
    }
  }

  private var accountWords: [String] {
    door.account.map { ["Enter with an empty name: \($0), whom this account stands for."] } ?? []
  }

  private func lockWords(_ lock: Door.Lock) -> [String] {
    var words = ["\(lock.worker.initials), type your password to go on where you were."]
    if door.hasPassword == false {
      words = [
        "\(lock.worker.initials) has no password yet, so nothing opens this lock. What you typed is "
          + "kept: leave, start again from your account, and choose one (Change password)."
      ]
    }
    if let minutes = lock.idleMinutes {
      words.append("No key was pressed for \(Digits.counted(minutes, "minute")) (GEN-006).")
    }
    return words + (door.hasPassword == false ? [] : demoWords)
  }

  private var demoWords: [String] {
    state.session.isDemo ? ["Demonstration: everybody's password is \(DemoPassword.words)"] : []
  }

  private var why: [String] { door.notice.map { [$0] } ?? [] }

  // MARK: Fields

  private func draw(_ fields: [Door.Field], in area: Area) {
    for (row, field) in fields.enumerated() {
      let length = door.length(field)
      FieldRow(
        label: field.label,
        value: field.isSecret ? String(repeating: "*", count: length) : door.name,
        state: row == door.at && !door.isBusy ? .focused : .open, caret: length,
        isSecret: field.isSecret, width: 34
      ).draw(in: area.row(row), layout: FieldRow.Layout(numberWidth: 0, labelWidth: 16))
    }
  }

  // MARK: Foot

  private func drawFoot(in area: Area) {
    let leave = keys.name(.leaveMenu)
    let foot = area.bottom(1)
    HintRow(door.offersLeaving ? leavingWords : hint(leave)).draw(in: foot)
  }

  private var leavingWords: String {
    switch door.page {
    case .locked: "q quits the program, s lets somebody else sign in, any other letter stays."
    case .signIn, .mustChange, .changePassword, .confirm:
      "q quits the program, any other letter stays."
    }
  }

  private func hint(_ leave: String) -> String {
    if door.isBusy { return "One moment..." }
    return switch door.page {
    case .signIn:
      door.behind == nil
        ? "Enter signs in. \(leave) q leaves."
        : "Enter signs in. Esc goes back to the lock. \(leave) q leaves."
    case .locked: "Enter unlocks. \(leave) s: somebody else. \(leave) q leaves; drafts are kept."
    case .mustChange: "Enter keeps the new password. Esc goes back. \(leave) q leaves."
    case .changePassword, .confirm: "Enter goes on. Esc goes back and changes nothing."
    }
  }
}
