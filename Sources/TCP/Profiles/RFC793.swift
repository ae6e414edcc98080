extension Profile {
  /// RFC 9293 without RFC 5961: any reset or SYN in the window counts.
  public static let rfc793 = Profile("rfc793", rfc9293.traits) { $0.wardsOffBlindAttacks = false }
}
