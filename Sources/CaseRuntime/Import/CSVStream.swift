import CaseStore

/// A CSV file read piece by piece: what is in memory does not grow with the file.
struct CSVStream {
  private let input: FileHandle
  private var reader = CSVReader()
  private var isAtEnd = false
  /// How much of the file has been read.
  private(set) var bytesTaken = 0
  private var hash = SHA256()

  init(_ input: FileHandle) { self.input = input }

  /// What stands between two values; known once the first line has been read.
  var separator: UInt8 { reader.separator }

  /// The hash of the whole file, by which it is known again; nil before its end.
  var digest: Digest? { isAtEnd ? hash.finished() : nil }

  /// The next line; nil at the end of the file.
  ///
  /// - Throws: `SystemError`
  mutating func next() throws -> CSVRecord? {
    while true {
      if let record = reader.next() { return record }
      if isAtEnd { return nil }
      let bytes = try input.read()
      bytesTaken += bytes.count
      bytes.withUnsafeBytes { hash.add($0) }
      if bytes.isEmpty {
        isAtEnd = true
        reader.finish()
      } else {
        reader.append(bytes)
      }
    }
  }
}
