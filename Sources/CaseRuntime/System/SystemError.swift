import CaseRules
import Glibc

/// What the system refused, in words, with its own code beside them.
package struct SystemError: Error, Equatable {
  package let code: Int32
  /// "The folder /x cannot be made".
  package let attempt: String

  package init(_ attempt: String, code: Int32 = errno) {
    self.attempt = attempt
    self.code = code
  }

  /// "The folder /x cannot be made: permission denied".
  package var words: String { "\(attempt): \(reason)" }

  /// Whether there is something of that name already.
  package var isNameTaken: Bool { code == EEXIST }

  private var reason: String {
    switch code {
    case EACCES, EPERM: "you have no right to do this"
    case ENOENT: "there is no such file or folder"
    case EEXIST: "there is one already"
    case ENOSPC, EDQUOT: "the disk is full"
    case EBADF: "it is closed"
    case EROFS: "the disk can only be read"
    case ELOOP: "it is a link, and links are not followed"
    case EISDIR: "it is a folder"
    case ENOTDIR: "part of the path is not a folder"
    case ENAMETOOLONG: "the name is too long"
    case EIO: "the disk reported a fault"
    default: String(cString: strerror(code)).lowercasedFirst
    }
  }
}
