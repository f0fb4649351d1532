import CaseStore

/// Turns whatever the system or the store throws into the sentence a command ends with.
enum FailureWords {
  static func during<Answer>(
    _ path: String, _ body: () throws -> Answer
  ) throws -> Answer {
    do {
      return try body()
    } catch {
      throw failure(error, path)
    }
  }

  private static func failure(_ error: any Error, _ path: String) -> CommandFailure {
    switch error {
    case let failure as CommandFailure: failure
    case let error as SystemError: CommandFailure(error.words)
    case let error as PrivateFolder.TooOpen: CommandFailure(error.words)
    default: CommandFailure("\(path): \(StoreWording.explanation(of: error))")
    }
  }
}
