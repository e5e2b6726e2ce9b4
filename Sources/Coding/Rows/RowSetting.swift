import Diplomacy

/// What a row of a table tells of the text in it that the text itself leaves out: who "met with", and at whose place.
struct RowSetting {
    /// Who acts where a sentence has no subject.
    var visitor: Figure
    /// The party for which officials without a party act: the host.
    var host: Int
}
