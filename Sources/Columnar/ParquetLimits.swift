/// What bounds the memory of a ``ParquetWriter`` and the parts of its file. All sizes are in bytes.
///
/// A writer holds one row group, encoded and compressed but for one page a column: in all at most some twice
/// ``groupBytes``, a page and a dictionary a column, and five times the longest value. What it took it keeps for the
/// groups to come. Limits out of range count as the nearest that is in range.
package struct ParquetLimits: Sendable, Hashable {
    /// A row group ends once its values, PLAIN, are this long.
    package var groupBytes = 64 << 20
    /// A page ends once its values, PLAIN, are this long; at most 256 MiB.
    package var pageBytes = 1 << 20
    /// The most rows of a page.
    package var pageRows = 20_000
    /// The longest dictionary of a column in a row group, PLAIN; pages past that are PLAIN themselves. At most 64 MiB.
    package var dictionaryBytes = 1 << 20
    /// The longest cell, PLAIN: a text and four bytes, or all texts of a list and four bytes for each. At most 1 GiB.
    package var longestValue = 256 << 20
    /// The most columns.
    package var columns = 4096
    /// The most metadata: its keys and values, and the names of columns, together.
    package var metadataBytes = 16 << 20
    /// The longest footer; it grows by some 150 bytes a column and row group. At most 1 GiB.
    package var footerBytes = 256 << 20

    package init() {}

    /// These limits, each in its range.
    var inRange: ParquetLimits {
        var limits = self
        limits.groupBytes = max(groupBytes, 1)
        limits.pageBytes = min(max(pageBytes, 1), 256 << 20)
        limits.pageRows = min(max(pageRows, 1), 1 << 28)
        limits.dictionaryBytes = min(max(dictionaryBytes, 0), 64 << 20)
        limits.longestValue = min(max(longestValue, 0), 1 << 30)
        limits.footerBytes = min(max(footerBytes, 0), 1 << 30)
        return limits
    }
}
