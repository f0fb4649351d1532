import CaseRuntime
import Testing
import TestSupport

@Suite("The account of this computer")
struct SystemAccountTests {
  @Test("It goes by its name in the list, and by its number where the list does not have it")
  func names() throws {
    let folder = try TemporaryFolder()
    let list = folder.file("passwd")
    _ = try folder.write(
      "root:x:0:0:root:/root:/bin/sh\nnonsense\nabegum:x:1004:1004::/home/abegum:/bin/sh\n",
      to: "passwd")
    let known = SystemAccount.numbered(1004, in: list)
    #expect(known == SystemAccount(name: "abegum", home: "/home/abegum"))
    #expect(SystemAccount.numbered(54321, in: list).name == "54321")
    #expect(SystemAccount.numbered(54321, in: list).home == nil)
    #expect(SystemAccount.numbered(0, in: folder.file("none")).name == "0")
  }
}
