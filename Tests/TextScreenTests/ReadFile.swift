import Glibc

struct CannotRead: Error {
  let path: String
}

/// The text of a file.
func read(_ path: String) throws -> String {
  guard let file = fopen(path, "r") else { throw CannotRead(path: path) }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}
