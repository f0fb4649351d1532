import CaseScreens
import Glibc
import TextScreen

/// What the computer and the account bring along: terminal, letters, the worker's own looks.
struct HostExamination {
  let surroundings: Surroundings
  /// Where descriptions of terminals lie.
  var terminalFolders = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]

  func run() -> [Diagnosis] { [letters(), terminal(), cores()] + looks() }

  private func letters() -> Diagnosis {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let name = names.compactMap { surroundings.variables[$0] }.first { !$0.isEmpty } ?? "none"
    let isUnicode = ["utf-8", "utf8"].contains { name.lowercased().hasSuffix($0) }
    return isUnicode
      ? .good("letters", "Letters are those of \(name)")
      : .note(
        "letters", "The language setting is \(name): accents may show as question marks",
        "Set LANG=C.UTF-8, and tell PuTTY to use UTF-8")
  }

  private func terminal() -> Diagnosis {
    let name = surroundings.variables["TERM"] ?? ""
    guard let first = name.first, !name.contains("/"), !name.hasPrefix(".") else {
      return .note("terminal", "TERM does not name the terminal", "export TERM=xterm-256color")
    }
    let isKnown = terminalFolders.contains { PrivateFolder.exists("\($0)/\(first)/\(name)") }
    return isKnown
      ? .good("terminal", "The terminal is \(name)")
      : .note(
        "terminal", "This computer does not know the terminal \(name); a plainer one is used",
        "Install ncurses-term, or export TERM=xterm-256color")
  }

  private func cores() -> Diagnosis {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0, limit.rlim_cur == 0
    else {
      return .note("cores", "A crash would leave an image of the memory", "ulimit -c 0")
    }
    return .good("cores", "A crash leaves no image of the memory")
  }

  private func looks() -> [Diagnosis] {
    let files = LookFiles(folder: surroundings.configFolder, actions: AppCommands.all)
    var found: [Diagnosis] = []
    if files.keymapNames.contains(LookFiles.own) {
      found.append(
        looks("keymap", "Your own keymap", files.keymap(LookFiles.own).problem, "keymap check"))
    }
    if files.themeNames.contains(LookFiles.own) {
      found.append(
        looks("theme", "Your own colours", files.theme(LookFiles.own).problem, "theme check"))
    }
    return found
  }

  private func looks(
    _ code: String, _ what: String, _ problem: String?, _ check: String
  ) -> Diagnosis {
    guard let problem else { return .good(code, "\(what) can be used") }
    return .note(code, "\(what) cannot be used whole: \(problem)", "throughcare \(check) FILE")
  }
}
