package import Contract
package import Diplomacy

/// An encounter as an export takes it: with what each report claims, and the register's own times.
///
/// Reads a line that ``Register/exportEncounters(_:)`` gives.
package struct ExportedEncounter: Sendable, Decodable {
    package var encounter: RegisteredEncounter
    package var stamp: EncounterStamp

    package init(encounter: RegisteredEncounter, stamp: EncounterStamp) {
        self.encounter = encounter
        self.stamp = stamp
    }

    /// - Throws: `DecodingError` for what is no `rapporteur.encounter/1` with its stamp.
    package init(from decoder: any Decoder) throws {
        encounter = try RegisteredEncounter(from: decoder)
        stamp = try EncounterStamp(from: decoder)
    }
}
