import Dispatch
package import Testing

/// Runs a suite beside the others, in a line of its own.
///
/// The other tests share as many threads as there are processors. A suite that mostly waits for
/// other processes would hold one of them and leave a processor idle, and one that goes step by
/// step would have every step wait its turn behind all tests there are.
package struct BesideOthers: SuiteTrait, TestScoping {
  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(OwnLine()) { try await function() }
  }
}

extension Trait where Self == BesideOthers {
  package static var besideOthers: Self { BesideOthers() }
}

/// Does one job after the other on whichever thread is free, whatever those for all tests are busy
/// with.
private final class OwnLine: TaskExecutor {
  private let queue = DispatchQueue(label: "suite")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
