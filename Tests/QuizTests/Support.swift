import Bilingual
import Foundation
import Quiz
import Support
import TCP
import Testing

/// What is wrong, as the body throws it; every diagnostic speaks both languages.
func findings<Value>(_ body: () throws(Diagnostics) -> Value) -> [Finding] {
  let all = diagnostics(of: body)
  for diagnostic in all { #expect(diagnostic.isBilingual, "\(diagnostic)") }
  return all.map(Finding.init)
}

/// The numbers that the learner is told, in the first line of the situation.
func announcedNumbers(_ question: Question) throws -> (client: UInt32, server: UInt32) {
  let line = try #require(question.situation().first).en
  let numbers = line.split { !$0.isNumber }.compactMap { UInt32($0) }
  try #require(numbers.count == 2, "\(line)")
  return (numbers[0], numbers[1])
}
