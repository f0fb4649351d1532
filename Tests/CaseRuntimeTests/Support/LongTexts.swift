import Glibc

/// Walks through the megabytes that all screens and papers say together.
///
/// Letter by letter, as a reader counts them, such a walk took half the time of the tests that do it.
extension String {
  /// Whether another text stands in it, byte for byte.
  func holds(_ other: String) -> Bool {
    var (text, other) = (self, other)
    return text.withUTF8 { text in
      other.withUTF8 { other in
        guard let start = text.baseAddress, let wanted = other.baseAddress else {
          return other.isEmpty
        }
        let last = start + (text.count - other.count)
        var place = start
        while place <= last, let next = memchr(place, Int32(wanted[0]), last - place + 1) {
          if memcmp(next, wanted, other.count) == 0 { return true }
          place = start + (UnsafeRawPointer(next) - UnsafeRawPointer(start)) + 1
        }
        return false
      }
    }
  }

  /// Its words: letters and figures, and the marks that may stand inside one.
  func words(with marks: Set<Unicode.Scalar> = []) -> [String] {
    unicodeScalars.split { scalar in
      let isOfWord =
        scalar.isASCII
        ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
          || ("0"..."9").contains(scalar)
        : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      return !isOfWord && !marks.contains(scalar)
    }.map { String($0) }
  }
}
