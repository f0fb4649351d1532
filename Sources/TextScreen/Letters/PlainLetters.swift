/// The plainest letter for a scalar that the display cannot show: `a` for `â`, `L` for `Ł`.
///
/// One letter for one, so that columns stay where they are; `?` where there is none.
package func plainLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  if scalar.value < 0x7F { return scalar }
  switch scalar {
  case "‘", "’", "‚", "‛", "′": return "'"
  case "“", "”", "„", "‟", "″": return "\""
  case "‐", "‑", "‒", "–", "—", "―", "−": return "-"
  case "…": return "~"
  case "•": return "*"
  case "€": return "E"
  default: break
  }
  for block in PlainLetterTable.blocks where scalar.value >= block.first {
    let index = Int(scalar.value - block.first)
    if index < block.letters.count { return Unicode.Scalar(block.letters[index]) }
  }
  return "?"
}
