import Glibc

/// Where a list goes: the output, or a new file that only its owner can read.
struct ListTarget {
  let output: FileHandle
  private let path: String?

  /// - Throws: `CommandFailure` when there is a file of that name; it is left as it is.
  init(path: String?, _ console: Console) throws {
    self.path = path
    guard let path else {
      output = console.output
      return
    }
    do {
      output = try FileHandle(creating: path)
    } catch let error as SystemError where error.isNameTaken {
      throw CommandFailure("There is a file \(path) already; it is left as it is")
    }
  }

  /// Writes the list; a file that could not be finished is taken away again.
  func write(_ body: (FileHandle) throws -> Int) throws -> Int {
    do {
      let count = try body(output)
      if path != nil { try output.sync() }
      return count
    } catch {
      if let path { unlink(path) }
      throw error
    }
  }
}
