/// GEN-005: what stands on everything that shows people.
package enum Marking {
  package static let personal = "CONFIDENTIAL - PERSONAL DATA"
}
