/// What the system says this process holds in memory.
enum ProcessMemory {
  /// The most it ever held, in kilobytes; nil where the system does not say.
  static var peakKilobytes: Int? { kilobytes("VmHWM:") }

  /// What it holds now, in kilobytes.
  static var nowKilobytes: Int? { kilobytes("VmRSS:") }

  private static func kilobytes(_ name: String) -> Int? {
    do {
      let file = try FileHandle(reading: "/proc/self/status")
      return number(after: name, in: try file.readAll(limit: 65_536))
    } catch {
      return nil
    }
  }

  static func number(after name: String, in status: [UInt8]) -> Int? {
    let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix(name) }
    return line.flatMap { Int($0.dropFirst(name.count).filter(\.isNumber)) }
  }
}
