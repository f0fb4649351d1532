/// What came of a file that was brought in.
extension WriteTransaction {
  /// GEN-003: how an import ended.
  package func noteImport(
    _ work: FormImport, of file: String, saved: Int, rejected: Int, _ digest: Digest?
  ) throws {
    try audit(
      AuditEvent(
        .imported, record: AuditedRecord("import", work.run),
        facts: [
          .init("file", file), .init("saved", saved), .init("rejected", rejected),
          .init("sha-256", digest?.hex),
        ]))
  }
}
