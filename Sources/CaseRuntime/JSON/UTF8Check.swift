/// Whether bytes are well-formed UTF-8.
enum UTF8Check {
  enum Outcome: Equatable {
    case valid
    /// The offset of the first byte that belongs to no character.
    case failure(at: Int)
  }

  static func check(_ bytes: [UInt8]) -> Outcome {
    if String(validating: bytes, as: UTF8.self) != nil { return .valid }
    // Rare, so found slowly: the longest beginning that is still well-formed.
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return .failure(at: offset)
  }
}
