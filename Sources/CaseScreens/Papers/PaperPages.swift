/// The lines of a paper as pages, each with the marking at its head and at its foot (GEN-005).
///
/// Whoever finds one page of several alone sees what it is, whom it is about, and that it is one of
/// several.
struct PaperPages {
  /// As many lines as printers of text put on A4, with a margin.
  static let length = 60

  private static let marking = AppPicture.marking
  private static let formFeed = "\u{0C}"
  private static let foot = 2

  private let subject: [String]
  private var pages: [[String]] = [[]]

  /// - Parameters:
  ///   - groups: Lines that stay together where a page can hold them.
  ///   - subject: Whom it is about; at the head of every page but the first, which begins with it.
  init(_ groups: [[String]], subject: [String]) {
    self.subject = subject
    for group in groups { add(group) }
  }

  private mutating func add(_ group: [String]) {
    if !pages[pages.count - 1].isEmpty, group.count > room, group.count <= roomOfNext {
      pages.append([])
    }
    for line in group {
      if room == 0 { pages.append([]) }
      pages[pages.count - 1].append(line)
    }
  }

  /// How many lines the page in hand still takes.
  private var room: Int {
    let last = pages.count - 1
    return PaperPages.length - head(of: last).count - pages[last].count - PaperPages.foot
  }

  private var roomOfNext: Int {
    PaperPages.length - head(of: pages.count).count - PaperPages.foot
  }

  private func head(of page: Int) -> [String] {
    page == 0 ? [PaperPages.marking] : [PaperPages.marking] + subject + [""]
  }

  private func foot(of page: Int) -> [String] {
    let number = pages.count > 1 ? "  page \(page + 1) of \(pages.count)" : ""
    return ["", PaperPages.marking + number]
  }

  var text: String {
    pages.indices.map { page in
      (head(of: page) + pages[page] + foot(of: page)).joined(separator: "\n") + "\n"
    }.joined(separator: PaperPages.formFeed)
  }
}
