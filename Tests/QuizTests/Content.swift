import Quiz
import Support
import Testing

/// The pool that is there for the tests.
let fixturePool = Pool(layers: [Fixture.directory])

func fixtureItems() -> [Item] { fixturePool.items }

func fixtureItem(_ id: String) throws -> Item { try #require(fixturePool.items.first { $0.id == id }) }

func fixtureCatalogue() -> MisconceptionCatalogue { fixturePool.misconceptions }

/// The pool that ships: what a test says of it holds for any.
let shippedPool = Pool(layers: [contentDirectory])
