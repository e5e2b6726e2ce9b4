import Diplomacy
import Language
import Lexicon

/// Finds quoted words and who says them.
struct QuotationReader {
    let coding: DocumentCoding

    func quotations(principal: String?) -> [Quotation] { [] }
}
