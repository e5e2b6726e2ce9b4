/// A column as it is stored: a leaf of the schema.
///
/// A list is a group of three levels (LogicalTypes.md, Lists): the column, `list`, which repeats, and `element`.
struct LeafShape {
    let column: ParquetColumn
    let physical: PhysicalType

    init(_ column: ParquetColumn) {
        self.column = column
        physical = column.type.physical
    }

    var isList: Bool { column.type == .utf8List }

    /// The definition level of a value: the fields on its path that could be missing, `list` among them.
    var definition: UInt8 { (column.isRequired ? 0 : 1) + (isList ? 1 : 0) }

    /// The definition level of an empty list.
    var emptyDefinition: UInt8 { column.isRequired ? 0 : 1 }

    /// The repetition level of each element of a list but its first.
    var repetition: UInt8 { isList ? 1 : 0 }

    /// The names from the schema's root to the leaf.
    var path: [String] { isList ? [column.name, "list", "element"] : [column.name] }

    /// How many elements of the schema it takes.
    var schemaCount: Int { isList ? 3 : 1 }

    /// Writes its elements of the schema (`SchemaElement`), each before those below it.
    func writeSchema(to thrift: inout ThriftWriter) {
        let outer: Repetition = column.isRequired ? .required : .optional
        guard isList else {
            leaf(column.name, outer, to: &thrift)
            return
        }
        group(column.name, outer, isList: true, to: &thrift)
        group("list", .repeated, isList: false, to: &thrift)
        leaf("element", .required, to: &thrift)
    }

    private func group(_ name: String, _ repetition: Repetition, isList: Bool, to thrift: inout ThriftWriter) {
        thrift.structure {
            $0.integer32(3, repetition.rawValue)
            $0.text(4, name)
            $0.integer32(5, 1)
            guard isList else { return }
            $0.integer32(6, ConvertedType.list.rawValue)
            $0.structure(10) { $0.structure(3) }
        }
    }

    private func leaf(_ name: String, _ repetition: Repetition, to thrift: inout ThriftWriter) {
        thrift.structure {
            $0.integer32(1, physical.rawValue)
            $0.integer32(3, repetition.rawValue)
            $0.text(4, name)
            switch column.type {
            case .utf8, .utf8List:
                $0.integer32(6, ConvertedType.utf8.rawValue)
                $0.structure(10) { $0.structure(1) }
            case .date:
                $0.integer32(6, ConvertedType.date.rawValue)
                $0.structure(10) { $0.structure(6) }
            case .timestamp:
                $0.integer32(6, ConvertedType.timestampMicros.rawValue)
                $0.structure(10) {
                    $0.structure(8) {
                        $0.boolean(1, true)
                        $0.structure(2) { $0.structure(2) }
                    }
                }
            case .json:
                $0.integer32(6, ConvertedType.json.rawValue)
                $0.structure(10) { $0.structure(12) }
            case .int32, .int64, .double, .boolean: break
            }
        }
    }
}
