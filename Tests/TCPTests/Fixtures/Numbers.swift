import TCP

/// The numbers of every fixture. They lie at the end of the sequence space, so that whatever is compared or counted
/// here passes 2^32: our FIN follows number 2^32 − 1, and the peer's window reaches over it.
enum Number {
  /// Our ISS: the SYN is 2^32 − 2, the first octet 2^32 − 1, what follows it 0.
  static let iss: SequenceNumber = 4_294_967_294
  /// The peer's: its first octet is 2^32 − 500, and a window of 1000 ends behind 499.
  static let irs: SequenceNumber = 4_294_966_795
  /// RCV.WND, **octets**.
  static let window = 1000
  /// What the peer's segments offer, **octets**.
  static let peerWindow = 500
  /// SND.NXT and RCV.NXT when both SYNs are counted.
  static let send = iss + 1
  static let receive = irs + 1
}

/// The segments that the peer sends, and those that are expected of us: the window is the peer's where it matters.
extension Segment {
  static func syn(_ seq: SequenceNumber, text: Int = 0) -> Segment {
    Segment(seq: seq, control: .syn, window: Number.peerWindow, text: text)
  }

  static func synAck(_ seq: SequenceNumber, _ ack: SequenceNumber, text: Int = 0) -> Segment {
    Segment(seq: seq, ack: ack, control: [.syn, .ack], window: Number.peerWindow, text: text)
  }

  static func ack(
    _ seq: SequenceNumber, _ ack: SequenceNumber, text: Int = 0, window: Int = Number.peerWindow
  ) -> Segment {
    Segment(seq: seq, ack: ack, control: .ack, window: window, text: text)
  }

  static func fin(_ seq: SequenceNumber, text: Int = 0) -> Segment {
    Segment(seq: seq, control: .fin, window: Number.peerWindow, text: text)
  }

  static func finAck(_ seq: SequenceNumber, _ ack: SequenceNumber, text: Int = 0) -> Segment {
    Segment(seq: seq, ack: ack, control: [.fin, .ack], window: Number.peerWindow, text: text)
  }

  static func rst(_ seq: SequenceNumber) -> Segment { Segment(seq: seq, control: .rst) }

  static func rstAck(_ seq: SequenceNumber, _ ack: SequenceNumber) -> Segment {
    Segment(seq: seq, ack: ack, control: [.rst, .ack])
  }

  /// What figures show of a segment: control bits, numbers, octets of text; not the window.
  var shown: Segment { Segment(seq: seq, ack: has(.ack) ? ack : 0, control: control, text: text) }
}
