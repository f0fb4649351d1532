import Glibc

/// The permission bits of a file.
func mode(of path: String) -> UInt32 {
  var facts = stat()
  return lstat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0
}

/// Bytes; -1 when there is no such file.
func size(of path: String) -> Int {
  var facts = stat()
  return lstat(path, &facts) == 0 ? Int(facts.st_size) : -1
}
