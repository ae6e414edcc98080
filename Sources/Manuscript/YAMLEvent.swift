import CYAML

/// A step of libyaml's parser, as a value of our own.
struct YAMLEvent {
  let kind: Kind
  let start: Mark
  let end: Mark
  /// What the value has that no value here may have.
  let extra: Extra?

  enum Kind {
    case documentStart
    case scalar(String, YAMLNode.Style)
    case sequenceStart, mappingStart
    /// That of a sequence or a mapping.
    case end
    case alias
    case streamEnd
    /// Where the stream begins or a document ends.
    case boundary
  }

  enum Extra { case anchor, tag }

  /// In Unicode scalars, both from 0.
  struct Mark: Equatable {
    var line: Int
    var column: Int

    init(_ mark: yaml_mark_t) { (line, column) = (Int(mark.line), Int(mark.column)) }

    init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
  }

  init(_ event: yaml_event_t) {
    var (anchor, tag): (UnsafeMutablePointer<yaml_char_t>?, UnsafeMutablePointer<yaml_char_t>?)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      kind = .documentStart
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      (anchor, tag) = (scalar.anchor, scalar.tag)
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      kind = .scalar(text, YAMLNode.Style(scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      (anchor, tag) = (event.data.sequence_start.anchor, event.data.sequence_start.tag)
      kind = .sequenceStart
    case YAML_MAPPING_START_EVENT:
      (anchor, tag) = (event.data.mapping_start.anchor, event.data.mapping_start.tag)
      kind = .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .end
    case YAML_ALIAS_EVENT: kind = .alias
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    default: kind = .boundary
    }
    extra = anchor != nil ? .anchor : tag != nil ? .tag : nil
    start = Mark(event.start_mark)
    end = Mark(event.end_mark)
  }
}

extension YAMLNode.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    self =
      switch style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
  }
}

/// libyaml's parser, which lives as long as this.
final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// libyaml reads from here, and keeps no copy.
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) {
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) != 0 else { fatalError("libyaml has no memory") }
    bytes = .allocate(capacity: text.utf8.count)
    _ = bytes.initialize(from: text.utf8)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The next step.
  ///
  /// - Throws: `YAMLProblem` where the text is no YAML from here on; there are no more steps then.
  func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) != 0 else { throw problem }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event)
  }

  private var problem: YAMLProblem {
    let parser = parser.pointee
    guard let words = parser.problem.map({ String(cString: $0) }) else { fatalError("libyaml has no memory") }
    // A quotation mark that is not closed is told where it is opened, not where the text ends.
    let isInQuotes = words == "found unexpected end of stream" || words == "found unexpected document indicator"
    var mark = YAMLEvent.Mark(isInQuotes && parser.context != nil ? parser.context_mark : parser.problem_mark)
    if parser.error == YAML_READER_ERROR {
      // A character that YAML does not allow is told by its octet.
      let before = String(decoding: bytes.prefix(parser.problem_offset), as: UTF8.self)
      let line = before.unicodeScalars.reduce(0) { $0 + ($1 == "\n" ? 1 : 0) }
      mark = .init(line: line, column: before.unicodeScalars.reversed().prefix { $0 != "\n" }.count)
    }
    return .syntax(words, mark)
  }
}
