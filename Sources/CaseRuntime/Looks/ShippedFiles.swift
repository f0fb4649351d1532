/// The keymaps and themes that are compiled into the program.
enum ShippedFiles {
  static let firstKeymap = "default"
  static let firstTheme = "default-dark"

  /// In the order in which they are offered.
  static let keymaps = ["default", "vim", "emacs"]
  static let themes = [
    "default-dark", "default-light", "high-contrast-dark", "high-contrast-light",
    "red-green-safe", "blue-yellow-safe", "mono",
  ]

  /// The text of a shipped keymap; nil when there is none of that name.
  static func keymap(_ name: String) -> String? {
    switch name {
    case "default": text(PackageResources.default_keys)
    case "vim": text(PackageResources.vim_keys)
    case "emacs": text(PackageResources.emacs_keys)
    default: nil
    }
  }

  static func theme(_ name: String) -> String? {
    switch name {
    case "default-dark": text(PackageResources.default_dark_theme)
    case "default-light": text(PackageResources.default_light_theme)
    case "high-contrast-dark": text(PackageResources.high_contrast_dark_theme)
    case "high-contrast-light": text(PackageResources.high_contrast_light_theme)
    case "red-green-safe": text(PackageResources.red_green_safe_theme)
    case "blue-yellow-safe": text(PackageResources.blue_yellow_safe_theme)
    case "mono": text(PackageResources.mono_theme)
    default: nil
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
