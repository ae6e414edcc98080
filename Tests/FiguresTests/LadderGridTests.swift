import Bilingual
import Screen
import Testing

@Suite struct `Ladders, as they are drawn` {
  @Test func `Figure 6: the basic three-way handshake`() throws {
    #expect(
      try drawnLadder(
        """
        server listen
        client connect
        settle
        """) == [
          "        CLOSED │                                                │ CLOSED",
          "     connect() │⠒⠢⠤⠤⢄⣀⣀                                         │ listen()",
          "      SYN-SENT │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │ LISTEN",
          "               │                 #1 SYN seq=100                 │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                                         ⠉⠉⠑⠒⠒⠢▶│ SYN-RECEIVED",
          "               │                                         ⣀⣀⡠⠤⠤⠔⠒│",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │",
          "               │           #2 SYN,ACK seq=300 ack=101           │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
          "   ESTABLISHED │◀⠔⠒⠒⠊⠉⠉                                         │",
          "               │⠒⠢⠤⠤⢄⣀⣀                                         │",
          "               │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │",
          "               │             #3 ACK seq=101 ack=301             │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                                         ⠉⠉⠑⠒⠒⠢▶│ ESTABLISHED",
        ])
  }

  @Test func `Figure 7: simultaneous SYNs cross, and so do the answers`() throws {
    #expect(
      try drawnLadder(
        """
        client connect
        server connect
        settle
        """) == [
          "        CLOSED │                                                │ CLOSED",
          "     connect() │⠒⠢⠤⠤⢄⣀⣀                                  ⣀⣀⡠⠤⠤⠔⠒│ connect()",
          "      SYN-SENT │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀          ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │ SYN-SENT",
          "               │   #1 SYN seq=100 ⢈⣉⣉⠶⠶⠶⠶⠶⠶⣉⣉⡁ #2 SYN seq=300   │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁          ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "  SYN-RECEIVED │◀⠔⠒⠒⠊⠉⠉                                  ⠉⠉⠑⠒⠒⠢▶│ SYN-RECEIVED",
          "               │⠒⠢⠤⠤⢄⣀⣀                                  ⣀⣀⡠⠤⠤⠔⠒│",
          "               │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀  #3 SYN,ACK seq=300 ack=101 │",
          "               │                  ⢈⣉⣉⠶⠶⠶⠶⠶⠶⣉⣉⡁                  │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁  #4 SYN,ACK seq=100 ack=301 │",
          "   ESTABLISHED │◀⠔⠒⠒⠊⠉⠉                                  ⠉⠉⠑⠒⠒⠢▶│ ESTABLISHED",
        ])
  }

  @Test func `Figure 7 in ASCII`() throws {
    #expect(
      try drawnLadder(
        """
        client connect
        server connect
        settle
        """, .init(numbersSegments: true, glyphs: .ascii)) == [
          "        CLOSED |                                                | CLOSED",
          "     connect() |                                                | connect()",
          "      SYN-SENT |--- #1 SYN seq=100 ---------------------------->| SYN-SENT",
          "               |<---------------------------- #2 SYN seq=300 ---|",
          "  SYN-RECEIVED |<---------------- #3 SYN,ACK seq=300 ack=101 ---| SYN-RECEIVED",
          "               |--- #4 SYN,ACK seq=100 ack=301 ---------------->|",
          "   ESTABLISHED |                                                | ESTABLISHED",
        ])
  }

  @Test func `Figure 8: an old duplicate SYN comes in while the new one is held back`() throws {
    #expect(
      try drawnLadder(
        """
        server isn 300 400
        server listen
        hold next client SYN
        client connect
        inject server SYN seq=90
        step 2
        release
        settle
        """) == [
          "        CLOSED │                                                │ CLOSED",
          "     connect() │⠒⠢⠤⢄⣀⡀                                          │ listen()",
          "      SYN-SENT │ #1 SYN seq=100 held                            │ LISTEN",
          "               │              ⠈⠉⠑⠒⠢║    •⠢⠤⠤⣀⣀⣀                 │",
          "               │                          SYN seq=90 injected   │",
          "               │                                         ⠉⠉⠉⠒⠒⠢▶│ SYN-RECEIVED",
          "               │                                         ⣀⣀⡠⠤⠤⠔⠒│",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │",
          "               │           #2 SYN,ACK seq=300 ack=91            │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
          " unacceptable: │◀⠔⠒⠒⠊⠉⠉                                         │",
          "           RST │⠒⠢⠤⠤⢄⣀⣀                                         │",
          "               │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │",
          "               │                 #3 RST seq=91                  │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                                         ⠉⠉⠑⠒⠒⠢▶│ LISTEN",
          "               │                   ║⠒⠤⠤⠤⣀⣀⣀                     │",
          "               │                      #1 SYN seq=100 released   │",
          "               │                                        ⠉⠉⠉⠒⠒⠒⠤▶│ SYN-RECEIVED",
          "               │                                         ⣀⣀⡠⠤⠤⠔⠒│",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │",
          "               │           #4 SYN,ACK seq=400 ack=101           │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
          "   ESTABLISHED │◀⠔⠒⠒⠊⠉⠉                                         │",
          "               │⠒⠢⠤⠤⢄⣀⣀                                         │",
          "               │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │",
          "               │             #5 ACK seq=101 ack=401             │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                                         ⠉⠉⠑⠒⠒⠢▶│ ESTABLISHED",
        ])
  }

  @Test func `Figure 12: a normal close, and two MSL with nothing in them`() throws {
    #expect(
      try drawnLadder(
        """
        server listen
        client connect
        settle
        client close
        settle
        server close
        settle
        wait until client CLOSED
        """) == [
          "        CLOSED │                                                │ CLOSED",
          "     connect() │⠒⠢⠤⠤⢄⣀⣀                                         │ listen()",
          "      SYN-SENT │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │ LISTEN",
          "               │                 #1 SYN seq=100                 │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                                         ⠉⠉⠑⠒⠒⠢▶│ SYN-RECEIVED",
          "               │                                         ⣀⣀⡠⠤⠤⠔⠒│",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │",
          "               │           #2 SYN,ACK seq=300 ack=101           │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
          "   ESTABLISHED │◀⠔⠒⠒⠊⠉⠉                                         │",
          "               │⠒⠢⠤⠤⢄⣀⣀                                         │",
          "               │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │",
          "               │             #3 ACK seq=101 ack=301             │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "       close() │⠒⠢⠤⠤⢄⣀⣀                                  ⠉⠉⠑⠒⠒⠢▶│ ESTABLISHED",
          "    FIN-WAIT-1 │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │",
          "               │           #4 FIN,ACK seq=101 ack=301           │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                                         ⠉⠉⠑⠒⠒⠢▶│ CLOSE-WAIT",
          "               │                                         ⣀⣀⡠⠤⠤⠔⠒│ \"connection",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │ closing\"",
          "               │             #5 ACK seq=301 ack=102             │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
          "    FIN-WAIT-2 │◀⠔⠒⠒⠊⠉⠉                                  ⣀⣀⡠⠤⠤⠔⠒│ close()",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │ LAST-ACK",
          "               │           #6 FIN,ACK seq=301 ack=102           │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
          "     TIME-WAIT │◀⠔⠒⠒⠊⠉⠉                                         │",
          "   \"connection │⠒⠢⠤⠤⢄⣀⣀                                         │",
          "      closing\" │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │",
          "               │             #7 ACK seq=102 ack=302             │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                                         ⠉⠉⠑⠒⠒⠢▶│ CLOSED",
          "               ⋮                   239.95 s                     ⋮",
          "          2MSL │                                                │",
          "        CLOSED │                                                │",
        ])
  }

  @Test func `Figure 13: both close at once`() throws {
    #expect(
      try drawnLadder(
        """
        server listen
        client connect
        settle
        client close
        server close
        settle
        wait until client CLOSED
        """) == [
          "        CLOSED │                                                │ CLOSED",
          "     connect() │⠒⠢⠤⠤⢄⣀⣀                                         │ listen()",
          "      SYN-SENT │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │ LISTEN",
          "               │                 #1 SYN seq=100                 │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                                         ⠉⠉⠑⠒⠒⠢▶│ SYN-RECEIVED",
          "               │                                         ⣀⣀⡠⠤⠤⠔⠒│",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │",
          "               │           #2 SYN,ACK seq=300 ack=101           │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
          "   ESTABLISHED │◀⠔⠒⠒⠊⠉⠉                                         │",
          "               │⠒⠢⠤⠤⢄⣀⣀                                         │",
          "               │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │",
          "               │             #3 ACK seq=101 ack=301             │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "       close() │⠒⠢⠤⠤⢄⣀⣀                                  ⠉⠉⠑⠒⠒⠢▶│ ESTABLISHED",
          "    FIN-WAIT-1 │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                      ⣀⣀⡠⠤⠤⠔⠒│ close()",
          "               │  #4 FIN,ACK seq=101 ack=301 ⣀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │ FIN-WAIT-1",
          "               │  #5 FIN,ACK seq=301 ack=101 ⠉⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁                      ⠉⠉⠑⠒⠒⠢▶│ CLOSING",
          "       CLOSING │◀⠔⠒⠒⠊⠉⠉                                  ⣀⣀⡠⠤⠤⠔⠒│ \"connection",
          "   \"connection │⠒⠢⠤⠤⢄⣀⣀                      ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │ closing\"",
          "      closing\" │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⣀ #6 ACK seq=302 ack=102      │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠉ #7 ACK seq=102 ack=302      │",
          "     TIME-WAIT │◀⠔⠒⠒⠊⠉⠉                      ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                                         ⠉⠉⠑⠒⠒⠢▶│ TIME-WAIT",
          "               ⋮                     240 s                      ⋮",
          "          2MSL │                                                │",
          "        CLOSED │                                                │",
        ])
  }

  @Test func `A lost SYN goes out again after a second`() throws {
    #expect(
      try drawnLadder(
        """
        server listen
        lose next client SYN
        client connect
        wait 1s
        settle
        """) == [
          "        CLOSED │                                                │ CLOSED",
          "     connect() │⠒⠢⠤⠤⢄⣀⣀                                         │ listen()",
          "      SYN-SENT │     #1 SYN seq=100                             │ LISTEN",
          "               │                  ⠉⠉⠑⠒⠒⠢✗ lost                  │",
          "               ⋮                      1 s                       ⋮",
          "       timeout │⠒⠢ ⠤⢄ ⣀                                         │",
          "               │       ⠉ ⠉⠒ ⠒⠤ ⢄⣀ ⡀                             │",
          "               │              #2 SYN seq=100 again              │",
          "               │                              ⠉⠉ ⠒⠒ ⠤⠤ ⣀⣀       │",
          "               │                                          ⠉⠑ ⠒⠢▶│ SYN-RECEIVED",
          "               │                                         ⣀⣀⡠⠤⠤⠔⠒│",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │",
          "               │           #3 SYN,ACK seq=300 ack=101           │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
          "   ESTABLISHED │◀⠔⠒⠒⠊⠉⠉                                         │",
          "               │⠒⠢⠤⠤⢄⣀⣀                                         │",
          "               │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │",
          "               │             #4 ACK seq=101 ack=301             │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                                         ⠉⠉⠑⠒⠒⠢▶│ ESTABLISHED",
        ])
  }

  @Test func `A lost SYN in ASCII, with the words in Chinese`() throws {
    #expect(
      try drawnLadder(
        """
        server listen
        lose next client SYN
        client connect
        wait 1s
        settle
        """, .init(numbersSegments: true, language: .zh, glyphs: .ascii)) == [
          "        CLOSED |                                                | CLOSED",
          "     connect() |                                                | listen()",
          "      SYN-SENT |--- #1 SYN seq=100 -------------------x 丢失    | LISTEN",
          "               :                      1 s                       :",
          "          超时 |--  #2 SYN seq=100 重传 -- -- -- -- -- -- -- -->|",
          "               |<---------------- #3 SYN,ACK seq=300 ack=101 ---| SYN-RECEIVED",
          "   ESTABLISHED |--- #4 ACK seq=101 ack=301 -------------------->|",
          "               |                                                | ESTABLISHED",
        ])
  }

  @Test func `A doubled SYN, and data that is overtaken and still on its way`() throws {
    #expect(
      try drawnLadder(
        """
        server listen
        duplicate next client SYN
        client connect
        settle
        client send 5
        client close
        overtake
        step
        """) == [
          "        CLOSED │                                                │ CLOSED",
          "     connect() │⠒⠢⠤⠤⢄⣀⣀                                         │ listen()",
          "      SYN-SENT │⠒⠢⠤⢄⣀⣀ ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │ LISTEN",
          "               │      ⠉⠉⠒⠒⠢⠤⢄⣀⣀  #1 SYN seq=100                 │",
          "               │         #1 SYN seq=100 copy ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                        ⠉⠉⠑⠒⠢⠤⠤⣀⣀        ⠉⠉⠑⠒⠒⠢▶│ SYN-RECEIVED",
          "               │                                 ⠉⠉⠑⠒⠢⠤⠤⣀⣀⣀⡠⠤⠤⠔⠒│",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉ ⠉⠉⠑⠒⠢▶│ old: SYN,ACK",
          "               │           #2 SYN,ACK seq=300 ack=101    ⣀ ⡠⠤ ⠔⠒│ again",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁          ⢀ ⣀⡠ ⠤⠒ ⠒⠉ ⠉       │",
          "   ESTABLISHED │◀⠔⠒⠒⠊⠉⠉ #3 SYN,ACK seq=300 ack=101 again        │",
          "               │⠒⠢⠤⠤⢄⣀⣀⣀⣀ ⠤⠤ ⠒⠒ ⠉⠉                              │",
          "old: ACK again │◀⠔⠒ ⠊⠉ ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │",
          "               │⠒⠢⠤⠤⢄⣀⣀      #4 ACK seq=101 ack=301             │",
          "               │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀          ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "       send(5) │⠒⠢⠤⠤⢄⣀⣀      #5 ACK seq=101 ack=301      ⠉⠉⠑⠒⠒⠢▶│ ESTABLISHED",
          "       close() │⠒⠢⠤⠤⢄⣀⣀⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀          ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "    FIN-WAIT-1 │    #6 ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡈⠉⠉⠒⠒⠒⠤⠤⠤⣀⣀⡀           ⠉⠉⠑⠒⠒⠢▶│ nothing to do",
          "               │    ACK seq=101   ⠈⠉⠉⠒⠒⠒⠤⠤⠤⣀⣀⡈⠉⠉⠑⠒⠒⠤⠤⠤● ⣀       │",
          "               │    ack=301 len=5            ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀ ⠉ ⠒ ⠢ │",
          "               │                  #7 FIN,ACK seq=106 ack=301 ⠒⠢▶│",
          "               │                                         ⣀⣀⡠⠤⠤⠔⠒│",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │",
          "               │             #8 ACK seq=301 ack=101             │",
          "               │        ⣀●⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
          "               │⠤ ⠒ ⠊ ⠉                                         │",
        ])
  }

  @Test func `A reset ends both, and who waits is told`() throws {
    #expect(
      try drawnLadder(
        """
        server listen
        client connect
        settle
        client receive
        server abort
        settle
        client close
        client status
        """) == [
          "        CLOSED │                                                │ CLOSED",
          "     connect() │⠒⠢⠤⠤⢄⣀⣀                                         │ listen()",
          "      SYN-SENT │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │ LISTEN",
          "               │                 #1 SYN seq=100                 │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "               │                                         ⠉⠉⠑⠒⠒⠢▶│ SYN-RECEIVED",
          "               │                                         ⣀⣀⡠⠤⠤⠔⠒│",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │",
          "               │           #2 SYN,ACK seq=300 ack=101           │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
          "   ESTABLISHED │◀⠔⠒⠒⠊⠉⠉                                         │",
          "               │⠒⠢⠤⠤⢄⣀⣀                                         │",
          "               │       ⠉⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀                             │",
          "               │             #3 ACK seq=101 ack=301             │",
          "               │                             ⠈⠉⠉⠑⠒⠒⠤⠤⠤⣀⣀⣀       │",
          "     receive() │                                         ⠉⠉⠑⠒⠒⠢▶│ ESTABLISHED",
          "               │                                         ⣀⣀⡠⠤⠤⠔⠒│ abort()",
          "               │                             ⢀⣀⣀⡠⠤⠤⠒⠒⠒⠉⠉⠉       │ CLOSED",
          "               │                 #4 RST seq=301                 │",
          "               │       ⣀⣀⣀⠤⠤⠤⠒⠒⠊⠉⠉⠁                             │",
          "        CLOSED │◀⠔⠒⠒⠊⠉⠉                                         │",
          "   receive() ✗ │                                                │",
          "   \"connection │                                                │",
          "        reset\" │                                                │",
          "       close() │                                                │",
          "  ✗ connection │                                                │",
          "does not exist │                                                │",
          "      status() │                                                │",
          "  ✗ connection │                                                │",
          "does not exist │                                                │",
        ])
  }
}
