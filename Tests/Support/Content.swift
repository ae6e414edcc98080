import Foundation

/// The content that ships, found from where this file stands. What a test says of it holds for any content.
public let contentDirectory = root(3)

/// Chapters and a pool that are there for the tests alone: they have every block, kind and form.
public enum Fixture {
  /// The content directory.
  public static let directory = root(1) + "/Fixture"
  /// The id of the chapter that has everything.
  public static let chapter = "fixture"
  /// The id of the chapter that the tests of the screen go through: each of its beats is answered by a choice or by
  /// typing, and what is right is written beside them.
  public static let call = "call"
  /// The id of the chapter that has several runs, a box and a recap.
  public static let runs = "runs"

  /// The id of the chapter that has searches.
  public static let searches = "searches"

  /// A file by its path in the content directory, as in `Quizzes/items.yaml`.
  public static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(directory)/\(path)", encoding: .utf8)
  }
}

/// The folder that stands so many levels above this file.
private func root(_ levels: Int) -> String {
  #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(levels).joined(separator: "/")
}
