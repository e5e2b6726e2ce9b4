import Testing

@testable import Lexicon
