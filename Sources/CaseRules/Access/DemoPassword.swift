/// What opens the lock of a demonstration, for everybody in it.
package enum DemoPassword {
  package static let words = "quiet green kettle"
}
