import CaseRules
import CaseScreens
import Foundation
import Testing

@Suite("Papers")
struct PaperTests {
  private static let rules = RuleContext(
    now: Examples.now, calendar: .englandAndWales, settings: Settings(), codes: .seeded,
    worker: Examples.worker)

  private static func paper(_ change: (inout PersonFile) -> Void = { _ in }) -> Paper {
    var file = ExamplePlans.file.file
    change(&file)
    return ClientPaper.paper(of: file, in: rules)
  }

  @Test("GEN-005: text and HTML carry the marking, whom they are about, and who printed them")
  func marking() {
    let text = PaperText.text(of: Self.paper())
    #expect(text.hasPrefix("CONFIDENTIAL - PERSONAL DATA\n"))
    #expect(text.hasSuffix("CONFIDENTIAL - PERSONAL DATA  page 2 of 2\n"))
    #expect(text.contains("O'CONNOR Siân, born 15/06/1979 (28), P-1042"))
    #expect(text.contains("by Amina Begum, arrest referral worker"))
    let html = PaperHTML.text(of: Self.paper())
    #expect(html.components(separatedBy: "CONFIDENTIAL - PERSONAL DATA").count == 3)
    #expect(html.contains("O&#39;CONNOR Siân"))
  }

  @Test("GEN-005: a paper of three pages is marked at the head and foot of each, and loses no line")
  func pages() {
    let marking = "CONFIDENTIAL - PERSONAL DATA"
    let parts = (1...10).map { part in
      Paper.Part(
        "Part \(part)", [.text((1...13).map { "Line \(part).\($0)" }.joined(separator: "\n"))])
    }
    let text = PaperText.text(
      of: Paper(
        title: "Client summary", subject: "BROWN Tia, P-0042", origin: "Today", parts: parts))
    let pages = text.components(separatedBy: "\u{0C}").map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
    }
    #expect(pages.count == 3)
    #expect(pages.allSatisfy { $0.count <= 60 && $0.first == marking })
    #expect(pages.map(\.last) == (1...3).map { "\(marking)  page \($0) of 3" })
    #expect(pages.dropFirst().allSatisfy { $0[1] == "BROWN Tia, P-0042" })
    let lines = pages.joined().filter { $0.hasPrefix("Line ") }
    #expect(Array(lines) == (1...10).flatMap { part in (1...13).map { "Line \(part).\($0)" } })
    for page in pages {
      let body = page.dropLast(2)
      #expect(
        body.last?.hasPrefix("Line ") == true, "a heading is not parted from what is under it")
    }
  }

  @Test("GEN-005, INT-038: a notice to a partner is marked on every page, as text and as HTML")
  func notice() {
    let content = PartnerNotice.Content(
      of: BronzeExamples.droppedOut, phone: "01632 960177", in: Self.rules)
    let paper = FrozenPaperLayout.paper(
      of: FrozenPaper(
        name: "HARROW Miles", what: "notice to a partner",
        text: PartnerNotice.text(of: content, to: .housing)))
    let text = PaperText.text(of: paper)
    #expect(text.hasPrefix("CONFIDENTIAL - PERSONAL DATA\n"))
    #expect(text.hasSuffix("CONFIDENTIAL - PERSONAL DATA\n"))
    #expect(text.contains("To: Housing") && !text.contains("## "))
    let html = PaperHTML.text(of: paper)
    #expect(html.components(separatedBy: "CONFIDENTIAL - PERSONAL DATA").count == 3)
    #expect(html.contains("<h2>What is intended</h2>"))
  }

  @Test("PPL-015: every domain, goal, action, agency, date and status is on the paper")
  func plan() {
    for text in [PaperText.text(of: Self.paper()), PaperHTML.text(of: Self.paper())] {
      #expect(text.contains("Client"))
      for domain in PlanDomain.allCases { #expect(text.contains(domain.words)) }
      for words in [
        "No use on top of the script", "Weekly 1-1; test every second week", "Housing office",
        "30/11/2007", "Under way", "Achieved", "Mon 24/12/2007", "Settled with the court",
        "Specialist prescribing, Harbour drug team", "Money advice",
      ] {
        #expect(text.contains(words), "\(words)")
      }
    }
  }

  @Test("Text fits 78 columns, whatever somebody wrote")
  func width() {
    let long = String(repeating: "word ", count: 60) + String(repeating: "x", count: 200)
    let text = PaperText.text(
      of: Self.paper {
        $0.plan?.note = long
        $0.person.riskNote = long
      })
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 78 })
  }

  @Test("Data cannot become a tag, an attribute, a script or a control sequence")
  func escaping() {
    let evil = "<script>alert('x')</script>&\"\u{1B}[31m\u{202E}"
    let paper = Self.paper {
      $0.plan?.note = evil
      $0.person.name = PersonName(family: evil, given: "Jo")
      $0.plan?.goals[0].goal = evil
    }
    let html = PaperHTML.text(of: paper)
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;"))
    for text in [html, PaperText.text(of: paper)] {
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
  }

  @Test("HTML fetches nothing and runs nothing")
  func isInert() {
    let html = PaperHTML.text(of: Self.paper()).lowercased()
    #expect(html.contains("default-src 'none'"))
    for word in [
      "<script", "<img", "<link", "<iframe", "javascript:", "http://", "https://", "url(",
    ] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test("Somebody without a care plan gets a summary, and nothing to sign")
  func summary() {
    let text = PaperText.text(
      of: Self.paper {
        $0.plan = nil
        $0.planVersions = []
      })
    #expect(text.contains("\nClient summary\n"))
    #expect(!text.contains("Client:"))
  }
}
