extension Profile {
  /// What if TIME-WAIT could not be killed: a RST in it is ignored, which is the first fix (F1) that RFC 1337 proposes.
  public static let rfc1337 = Profile("rfc1337", rfc9293.traits) { $0.timeWaitIgnoresResets = true }
}
