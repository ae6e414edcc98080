extension Profile {
  /// What if nobody waited: where TIME-WAIT would be entered, the TCB is deleted.
  public static let noTimeWait = Profile("no-time-wait", rfc9293.traits) { $0.keepsTimeWait = false }
}
