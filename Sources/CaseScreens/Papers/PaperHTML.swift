import TextScreen

/// A paper as one page of HTML for A4: no scripts, nothing fetched, every word of data escaped.
package enum PaperHTML {
  package static func text(of paper: Paper) -> String {
    let title = escaped(
      [paper.title, paper.subject].filter { !$0.isEmpty }.joined(separator: ": "))
    // A head of a table comes again on every printed page, and so does the marking (GEN-005).
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <table class="sheet">
      <thead><tr><td class="marking">\(escaped(AppPicture.marking))<br>\
      <span>\(escaped(paper.subject))</span></td></tr></thead>
      <tfoot><tr><td class="marking">\(escaped(AppPicture.marking))</td></tr></tfoot>
      <tbody><tr><td>
      \(heading(paper))\(paper.parts.map(part).joined(separator: "\n"))
      </td></tr></tbody>
      </table>
      </body>
      </html>

      """
  }

  /// A letter has none.
  private static func heading(_ paper: Paper) -> String {
    guard !paper.title.isEmpty else { return "" }
    return "<h1>\(escaped(paper.title))</h1>\n<p class=\"origin\">\(escaped(paper.origin))</p>\n"
  }

  private static func part(_ part: Paper.Part) -> String {
    "<section>\n" + (part.title.isEmpty ? "" : "<h2>\(escaped(part.title))</h2>\n")
      + part.blocks.map(block).joined(separator: "\n") + "\n</section>"
  }

  private static func block(_ block: Paper.Block) -> String {
    switch block {
    case .facts(let facts):
      "<table class=\"facts\">\n"
        + facts.map {
          "<tr><th scope=\"row\">\(escaped($0.label))</th><td>\(escaped($0.words))</td></tr>"
        }.joined(separator: "\n") + "\n</table>"
    case .table(let columns, let rows):
      "<table class=\"rows\">\n<thead><tr>"
        + columns.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
        + "</tr></thead>\n<tbody>\n"
        + rows.map { row in
          "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
        }.joined(separator: "\n") + "\n</tbody>\n</table>"
    case .text(let text): "<p>\(escaped(text))</p>"
    case .signatures(let names):
      "<table class=\"signatures\">\n"
        + names.map { "<tr><th scope=\"row\">\(escaped($0))</th><td></td></tr>" }
        .joined(separator: "\n") + "\n</table>"
    }
  }

  /// Data as text of a page: made harmless first, then every sign of HTML is written out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in displaySafe(text, lines: .many) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "<br>"
      default: result.append(character)
      }
    }
    return result
  }

  private static let style = """
    @page { size: A4; margin: 14mm 16mm; }
    body { font: 10.5pt/1.35 "Liberation Sans", Arial, sans-serif; color: #000;
      background: #fff; margin: 0 auto; max-width: 178mm; }
    table { border-collapse: collapse; width: 100%; }
    td, th { text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere; }
    .marking { text-align: center; font-weight: bold; letter-spacing: 0.06em;
      padding: 2mm 0; border-bottom: 1px solid #000; }
    .marking span { font-weight: normal; letter-spacing: 0; font-size: 9pt; }
    tfoot .marking { border-bottom: 0; border-top: 1px solid #000; }
    h1 { font-size: 15pt; margin: 4mm 0 1mm; }
    h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm; border-bottom: 1px solid #666;
      break-after: avoid; }
    .origin { margin: 0; font-size: 9pt; }
    .facts th { width: 42mm; color: #333; padding: 0.5mm 3mm 0.5mm 0; }
    .facts td { padding: 0.5mm 0; }
    .rows th { font-weight: bold; border-bottom: 1px solid #000; }
    .rows td { border-bottom: 1px solid #bbb; }
    .rows td, .rows th { padding: 1mm 2mm 1mm 0; font-size: 9.5pt; }
    .rows tr, .facts tr { break-inside: avoid; }
    .signatures { margin-top: 8mm; break-inside: avoid; }
    .signatures th { width: 42mm; padding-top: 9mm; }
    .signatures td { border-bottom: 1px solid #000; }
    """
}
