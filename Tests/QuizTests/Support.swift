import Bilingual
import Foundation
import Quiz
import TCP
import Testing

/// The content that ships, found from where this file stands.
let contentDirectory = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
  separator: "/")

/// A file of questions that ships.
func shippedFile(_ name: String) throws -> String {
  try String(contentsOfFile: "\(contentDirectory)/Quizzes/\(name)", encoding: .utf8)
}

func shippedCatalogue() throws -> MisconceptionCatalogue {
  try MisconceptionCatalogue(reading: shippedFile("misconceptions.yaml"), file: "misconceptions.yaml")
}

func shippedItems() throws -> [Item] {
  try ItemReader.read(shippedFile("three-way-handshake.yaml"), file: "three-way-handshake.yaml")
}

func shippedItem(_ id: String) throws -> Item {
  try #require(shippedItems().first { $0.id == id })
}

/// What the tests look at in a diagnostic.
struct Finding: Hashable, CustomStringConvertible {
  var line: Int
  var column: Int
  var message: String

  init(_ line: Int, _ column: Int, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  init(_ diagnostic: Diagnostic) {
    self.init(diagnostic.location.line, diagnostic.location.column, diagnostic.message.en)
  }

  var description: String { "\(line):\(column) \(message)" }
}

/// What is wrong, as the body throws it; every diagnostic speaks both languages.
func findings<Value>(_ body: () throws(Diagnostics) -> Value) -> [Finding] {
  do throws(Diagnostics) {
    _ = try body()
    return []
  } catch {
    for diagnostic in error.all {
      #expect(!diagnostic.message.zh.isEmpty && diagnostic.message.zh != diagnostic.message.en)
    }
    return error.all.map(Finding.init)
  }
}

/// The numbers that the learner is told, in the first line of the situation.
func announcedNumbers(_ question: Question) throws -> (client: UInt32, server: UInt32) {
  let line = try #require(question.situation.first).en
  let numbers = line.split { !$0.isNumber }.compactMap { UInt32($0) }
  try #require(numbers.count == 2, "\(line)")
  return (numbers[0], numbers[1])
}
