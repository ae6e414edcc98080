/// Chapters whose second beat plays more than most runs ever have; nothing is asked in them.
public enum LongRun {
  /// How many occurrences the beat adds for each byte that is sent.
  private static let occurrencesPerSend = 5

  /// A handshake, and bytes one after the other.
  ///
  /// - Parameter occurrences: about how many the run has in the end.
  public static func chapter(occurrences: Int) -> String {
    text(
      "server listen\nclient connect\nsettle\n"
        + String(repeating: "client send 1\nsettle\n", count: occurrences / occurrencesPerSend)
        + "expect client ESTABLISHED, server ESTABLISHED")
  }

  /// A handshake, bytes both ways, a loss and a release: as long as a beat's motion ever gets.
  public static let motion = text(
    """
    server listen
    client connect
    settle
    client send 5
    settle
    server send 5
    settle
    lose next client ACK
    client send 5
    wait 3s
    client close
    settle
    server close
    settle
    expect client TIME-WAIT, server CLOSED
    """)

  private static func text(_ lines: String) -> String {
    """
    ---
    id: long-run
    section: 10.3.6
    title: A long run
    order: 900
    objectives: { end: See where a long run ends }
    exams: [ccna]
    sources: ["RFC 9293 §3.5"]
    ---
    <!-- beat: opening -->
    Nothing has happened yet.

    ## All of it
    <!-- beat: all; meets: end -->
    Byte after byte is sent, and each is acknowledged.

    ```tcp
    \(lines)
    ```

    """
  }
}
