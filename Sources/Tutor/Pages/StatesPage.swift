import Bilingual
import Notation
import Screen
import TCP

/// The states of a connection: what each means, and what it is called where one meets it.
struct StatesPage: Page {
  private var picker = Picker(State.allCases) { state in
    let spellings = Self.columns.compactMap { $0.spelling(of: state) }.joined(separator: " ")
    return Localized(zh: "\(state) \(spellings) \(state.meaning.zh)", en: "\(state) \(spellings) \(state.meaning.en)")
  }
  private var isTold = false

  static let name = Localized(zh: "状态名称", en: "Names of states")
  static let hint = Localized(zh: "十一个状态的含义，在各系统里的写法", en: "what they mean, and how systems spell them")

  private static let columns = SocketLister.allCases

  // MARK: Keys

  var typed: [KeyLine] {
    // There is nothing to open: the selected one is told below the list.
    picker.lines(choosing: Localized(zh: "进入", en: "open")).filter { !$0.keys.contains(.enter) }
  }

  var typing: Typing { picker.isFiltering ? .text : .nothing }

  mutating func type(_ key: Key, _ context: Context) -> [Request]? {
    if key == .enter || key == .right { return nil }
    return picker.take(key).map { _ in [] }
  }

  mutating func choose(_ target: Int, _ context: Context) -> [Request] {
    _ = picker.choose(target)
    return []
  }

  // MARK: Drawing

  func titleBar(_ context: Context) -> TitleBar { TitleBar(title: context[Self.name]) }

  func draw(_ context: Context) -> Picture {
    var picture = Picture(context)
    let width = context.size.columns - 4
    let columns = Array(Self.columns.prefix { column in tableWidth(through: column) <= width })
    // A list that is looked through has two rows more.
    let list = Rect(x: 2, y: 2, width: width, height: State.allCases.count + (picker.isFiltering ? 2 : 0))
    picture.surface.put(row("RFC 9293", columns.map { context[$0.title] }), x: 8, y: 1, style: Style(.heading))
    picker.draw(on: &picture, in: list, context) { state, _ in
      [[Span(row(state.description, columns.map { $0.spelling(of: state) ?? "-" }))]]
    }
    guard let state = picker.selected else { return picture }
    let y = list.y + list.height + (context.size.rows > 20 ? 1 : 0)
    let about = Rect(x: 8, y: y, width: width - 6, height: context.size.rows - 1 - y)
    picture.put(details(of: state, without: columns, columns: about.width, context), in: about, Scroller(), context)
    return picture
  }

  private static let columnWidth = 14

  /// The columns up to the end of one, the marks before the first included.
  private func tableWidth(through column: SocketLister) -> Int {
    let place = Self.columns.firstIndex(of: column) ?? 0
    return 6 + (place + 2) * Self.columnWidth
  }

  private func row(_ first: String, _ others: [String]) -> String {
    ([first] + others).map { $0 + String(repeating: " ", count: max(1, Self.columnWidth - $0.count)) }.joined()
  }

  /// The spellings for which the table has no room, and what it means.
  private func details(
    of state: State, without shown: [SocketLister], columns: Int, _ context: Context
  ) -> [Row] {
    let rest = Self.columns.filter { !shown.contains($0) }.flatMap { column in
      [Span(context[column.title] + " ", .dim), Span((column.spelling(of: state) ?? "-") + "   ")]
    }
    return Row.wrapped(rest, columns: columns, context).filter { !$0.spans.isEmpty }
      + Row.wrapped([Span(context[state.meaning])], columns: columns, context)
  }

  // MARK: Line by line

  mutating func tell(_ context: Context) -> [String] {
    guard !isTold else { return [] }
    isTold = true
    return [context[Self.name]]
      + State.allCases.flatMap { state in
        let spellings = Self.columns.map { "\(context[$0.title]) \($0.spelling(of: state) ?? "-")" }
        let comma = context[Localized(zh: "，", en: ", ")]
        return ["\(state)"]
          + context.wrapped("  " + spellings.joined(separator: comma)) + context.wrapped("  " + context[state.meaning])
      }
  }

  func prompt(_ context: Context) -> String { context[Localized(zh: "回车返回：", en: "Enter goes back: ")] }

  let advice = Localized(zh: "回车返回。", en: "Enter goes back.")

  mutating func hear(_ line: String, _ context: Context) -> [Request]? { line.isEmpty ? [.leave] : nil }

  mutating func translate(_ context: Context) -> [Request] {
    isTold = false
    return []
  }
}

extension SocketLister {
  fileprivate var title: Localized {
    switch self {
    case .netstat: Localized(zh: "Linux netstat", en: "Linux netstat")
    case .ss: Localized(zh: "Linux ss", en: "Linux ss")
    case .netstatWindows: Localized(zh: "Windows", en: "Windows")
    case .displayTCP: Localized(zh: "H3C", en: "H3C")
    }
  }
}

extension State {
  /// - Note: Source: RFC 9293 §3.3.2, in other words.
  fileprivate var meaning: Localized {
    switch self {
    case .closed: Localized(zh: "关闭：没有连接，连一条记录都没有。", en: "There is no connection, not even a record of one.")
    case .listen: Localized(zh: "监听：等着任何一方来请求连接。", en: "Waits for anybody to ask for a connection.")
    case .synSent:
      Localized(zh: "同步已发送：自己请求了连接，等对方也发来 SYN。", en: "Has asked for a connection, and waits for the other end's SYN.")
    case .synReceived:
      Localized(zh: "同步收到：双方的 SYN 都有了，等自己的 SYN 得到确认。", en: "Both SYNs are out; waits for its own to be acknowledged.")
    case .established:
      Localized(zh: "已建立连接：两个方向都可以传数据。", en: "The connection is open: data may go either way.")
    case .finWait1:
      Localized(
        zh: "终止等待 1：自己先关闭了，等自己的 FIN 得到确认，或者等对方的 FIN。",
        en: "Has closed first; waits for its FIN to be acknowledged, or for the other end's FIN.")
    case .finWait2:
      Localized(
        zh: "终止等待 2：自己的 FIN 已得到确认，等对方的 FIN；在此之前还能接收数据。",
        en: "Its FIN is acknowledged; waits for the other end's, and still receives until then.")
    case .closeWait:
      Localized(
        zh: "关闭等待：对方不再发送了，等本机的应用关闭；在此之前还能发送数据。",
        en: "The other end sends no more; waits for the user here to close, and may still send until then.")
    case .closing:
      Localized(
        zh: "正在关闭：双方同时关闭，对方的 FIN 已经确认，等自己的 FIN 得到确认。",
        en: "Both have closed at once; the other FIN is acknowledged, and it waits for its own to be.")
    case .lastAck:
      Localized(
        zh: "最后确认：对方关闭之后自己也关闭了，等自己的 FIN 得到确认。",
        en: "Has closed after the other end, and waits for its FIN to be acknowledged.")
    case .timeWait:
      Localized(
        zh: "时间等待：双方都关闭了；再等 2MSL，好再次确认对方重传的 FIN，也让旧报文段消失。",
        en: "Both have closed; waits for 2MSL, to acknowledge a repeated FIN again and to outlive old segments.")
    }
  }
}
