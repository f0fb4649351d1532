/// Asks a second person for a backup in the place of the records that everybody works on.
///
/// `throughcare restore` fills it in.
package enum RestoreForm {
  package static let id: FormID = "restore-backup"
  package static let backup: FieldCode = "backup"
  package static let digest: FieldCode = "sha256"
  package static let holds: FieldCode = "holds"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Restore a backup",
    purpose: "Asks a second person for a backup in the place of the data file",
    standsAlone: true, function: .settings, requiredBy: "GEN-003",
    sections: [
      FormSection(
        "Restore",
        [
          FormField(backup, "Backup", .text(max: 200)).required().help("Its file"),
          FormField(digest, "Checksum", .identifier(max: 64)).required()
            .help("SHA 256 of the file, so that it can be no other"),
          FormField(holds, "What it holds", .text(max: 200)).required()
            .help("Up to when; what was done since is given up"),
          FormField(reason, "Why", .text(max: 200)).required()
            .help("Goes on the trail of the restored records"),
        ])
    ],
    rules: [ReasonRules.said(reason, rule: "GEN-002")]
  ).askingPassword { _, _ in "Putting a backup in the place of the records needs your password" }
    .needingSecond { _, _ in "A backup takes the place of the records only by two people" }
}
