extension Profile {
  /// RFC 9293 with the mitigations of RFC 5961, and with the repairs that its letter needs (see `Provision.Document.repair`).
  public static let rfc9293 = Profile("rfc9293")
}
