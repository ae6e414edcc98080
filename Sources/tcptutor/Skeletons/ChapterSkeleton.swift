import Bilingual

/// A chapter of three beats, to be written over: an opening, a prediction, a recap.
///
/// It holds, so that an author begins with something that `check` finds right.
struct ChapterSkeleton {
  let id: String
  /// Its place among the chapters, **1 …**.
  let order: Int

  func text(in language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  /// The lines of the opening, the same in both languages.
  private static let opening = """
    ```tcp
    client isn i 100
    server isn j 300
    server listen
    expect client CLOSED, server LISTEN
    ```
    """

  /// Those of the second beat.
  private static let connection = """
    ```tcp
    client connect
    expect sent client SYN seq=100
    expect client SYN-SENT, server LISTEN
    ```
    """

  private var zh: String {
    """
    ---
    id: \(id)
    section: 10.3.6
    title: 这一章的标题
    order: \(order)
    objectives:
      first-state: 说出发出 SYN 以后客户端处于什么状态
    exams: [ccna]
    sources: ["RFC 9293 §3.5"]
    ---
    <!-- beat: opening -->
    这一章讲什么，从哪里讲起。这里两端都处于 `CLOSED`（关闭），服务器先被动打开，
    进入 `LISTEN`（监听）。

    \(Self.opening)
    ```notes
    上课时问什么，学生常答什么。
    ```

    ## 客户端主动打开
    <!-- beat: client-connects; meets: first-state -->

    ```predict
    ask: { kind: state, host: client }
    form: typed
    stem: 客户端调用了 connect()。它处于什么状态？
    explain: "{host} 刚发出序号为 {i} 的 SYN，还没有收到 {peer} 的任何报文段。"
    ```

    客户端发出 `SYN`，序号是 `seq=100`，进入 `SYN-SENT`（同步已发送）。

    \(Self.connection)

    ## 小结
    <!-- beat: recap; show: all; meets: first-state -->

    - 发出 `SYN` 的一端处于 `SYN-SENT`。
    - 服务器还没有收到它，仍处于 `LISTEN`。

    """
  }

  private var en: String {
    """
    ---
    id: \(id)
    section: 10.3.6
    title: The title of this chapter
    order: \(order)
    objectives:
      first-state: Name the client's state once its SYN has left
    exams: [ccna]
    sources: ["RFC 9293 §3.5"]
    ---
    <!-- beat: opening -->
    What this chapter is about, and where it begins. Here both ends begin in
    `CLOSED`, and the server opens passively and enters `LISTEN`.

    \(Self.opening)
    ```notes
    What to ask in class, and what students usually answer.
    ```

    ## The client opens actively
    <!-- beat: client-connects; meets: first-state -->

    ```predict
    ask: { kind: state, host: client }
    form: typed
    stem: The client has called connect(). What state is it in?
    explain: "{host} has just sent its SYN, numbered {i}, and has received nothing from {peer}."
    ```

    The client sends a `SYN` with `seq=100` and enters `SYN-SENT`.

    \(Self.connection)

    ## Recap
    <!-- beat: recap; show: all; meets: first-state -->

    - The end that has sent a `SYN` is in `SYN-SENT`.
    - The server has not received it yet and is still in `LISTEN`.

    """
  }
}
