extension String {
  /// As it stands inside a sentence; "UK police" and "YOT" keep their capitals.
  package var lowercasedFirst: String {
    guard let second = dropFirst().first, !second.isUppercase else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
