/// An item to be written over; it holds as it is.
struct ItemSkeleton {
  let id: String
  /// The id of the chapter to which it belongs.
  let chapter: String
  /// The id of the beat to which it sends the learner back; nil for none.
  let beat: String?

  var text: String {
    """
    - id: \(id)
      revision: 1
      chapter: \(chapter)
    \(beat.map { "  beat: \($0)\n" } ?? "")\
      exams: [ccna]
      let: { i: isn, j: isn }
      scenario: |
        client isn i $i
        server isn j $j
        server listen
        client connect
        settle
      ask: { kind: field, segment: 2, of: [ack] }
      proof: { ack: i+1 }
      form: typed
      stem:
        zh: "客户端的 SYN 到达服务器。第二个报文段的确认号是多少？"
        en: "The client's SYN reaches the server. What is the second segment's acknowledgment number?"
      explain:
        zh: "SYN 占用序号 {i}，所以 {host} 接下来要的是 {i+1}。"
        en: "The SYN took {i}, so {i+1} is what {host} waits for next."
      sources: ["RFC 9293 §3.4"]

    """
  }
}
