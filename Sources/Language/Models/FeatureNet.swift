import CPrefetch
/// A network of one hidden layer whose first layer is a table: every feature owns a row, the rows of the features that hold
/// are added, and what is positive of the sum goes to small linear heads.
///
/// Chen and Manning ("A Fast and Accurate Dependency Parser using Neural Networks", EMNLP 2014, section 3.3) precompute the
/// product of embedding and first layer for frequent words; here that product itself is what is learned, so that nothing is
/// left to compute but sums of rows. Rows are bytes, 128 standing for nought; a row's value is `(byte - 128) / scale`.
package struct FeatureNet: @unchecked Sendable {
    // Unchecked: points into `Weights`, which whoever owns this keeps.
    package let rows: UnsafePointer<UInt8>
    /// Width of the hidden layer, a multiple of 64.
    package let width: Int
    let bias: UnsafePointer<Float>
    let scale: Float

    /// Opens the sections `NAME.rows`, `NAME.bias` and `NAME.scale`; `nil` where they do not fit together.
    package init?(_ weights: Weights, _ name: String, rowCount: Int) {
        let rows = weights.section(name + ".rows", of: UInt8.self)
        let bias = weights.section(name + ".bias", of: Float.self)
        let scale = weights.section(name + ".scale", of: Float.self)
        guard let rowBase = rows.baseAddress, let biasBase = bias.baseAddress, let first = scale.first,
            bias.count % 64 == 0, bias.count > 0, rows.count == rowCount * bias.count
        else { return nil }
        self.rows = rowBase
        self.bias = biasBase
        width = bias.count
        self.scale = 1 / first
    }

    /// Adds rows to a sum of 16-bit numbers, `width` of them; each row adds its bytes as they are, 128 too much, and what is
    /// below nought wraps round.
    @inline(__always)
    package func add(_ features: UnsafePointer<Int32>, _ count: Int, to sum: UnsafeMutablePointer<UInt16>) {
        var offset = 0
        while offset < width {
            add64(features, count, offset, UnsafeMutableRawPointer(sum + offset))
            offset &+= 64
        }
    }

    /// Asks for rows that will be added soon, so that they are on their way from memory meanwhile.
    @inline(__always)
    func prefetch(_ features: UnsafePointer<Int32>, _ count: Int) {
        for i in 0..<count {
            let row = rows + Int(features[i]) &* width
            var line = 0
            while line < width {
                rapporteur_prefetch(row + line)
                line &+= 64
            }
        }
    }

    /// Adds 64 columns of the rows: the even bytes of eight pairs in one vector, the odd ones in another, which keeps the sum
    /// in an order of its own (``Columns``).
    @inline(__always)
    private func add64(
        _ features: UnsafePointer<Int32>, _ count: Int, _ offset: Int, _ sum: UnsafeMutableRawPointer
    ) {
        typealias V = SIMD8<UInt16>
        let low = V(repeating: 0xFF)
        var a0 = sum.load(fromByteOffset: 0, as: V.self)
        var a1 = sum.load(fromByteOffset: 16, as: V.self)
        var b0 = sum.load(fromByteOffset: 32, as: V.self)
        var b1 = sum.load(fromByteOffset: 48, as: V.self)
        var c0 = sum.load(fromByteOffset: 64, as: V.self)
        var c1 = sum.load(fromByteOffset: 80, as: V.self)
        var d0 = sum.load(fromByteOffset: 96, as: V.self)
        var d1 = sum.load(fromByteOffset: 112, as: V.self)
        let start = UnsafeRawPointer(rows + offset)
        for i in 0..<count {
            let row = start + Int(features[i]) &* width
            let a = row.load(fromByteOffset: 0, as: V.self)
            let b = row.load(fromByteOffset: 16, as: V.self)
            let c = row.load(fromByteOffset: 32, as: V.self)
            let d = row.load(fromByteOffset: 48, as: V.self)
            a0 &+= a & low
            a1 &+= a &>> 8
            b0 &+= b & low
            b1 &+= b &>> 8
            c0 &+= c & low
            c1 &+= c &>> 8
            d0 &+= d & low
            d1 &+= d &>> 8
        }
        sum.storeBytes(of: a0, toByteOffset: 0, as: V.self)
        sum.storeBytes(of: a1, toByteOffset: 16, as: V.self)
        sum.storeBytes(of: b0, toByteOffset: 32, as: V.self)
        sum.storeBytes(of: b1, toByteOffset: 48, as: V.self)
        sum.storeBytes(of: c0, toByteOffset: 64, as: V.self)
        sum.storeBytes(of: c1, toByteOffset: 80, as: V.self)
        sum.storeBytes(of: d0, toByteOffset: 96, as: V.self)
        sum.storeBytes(of: d1, toByteOffset: 112, as: V.self)
    }

    /// The hidden layer of the rows in a buffer's `features`, left in its `hidden`.
    @inline(__always)
    func forward(_ buffer: SentenceBuffer, _ count: Int) {
        buffer.total.update(repeating: 0, count: width)
        add(buffer.features, count, to: buffer.total)
        activate(buffer.total, rows: count, into: buffer.hidden)
    }

    /// The hidden layer of a sum of `rows` rows: scaled, with the bias, and what is negative put to nought.
    ///
    /// Bias and heads are kept in the order of the sum (``Columns``), so that nothing need be turned round here.
    @inline(__always)
    package func activate(_ sum: UnsafePointer<UInt16>, rows: Int, into hidden: UnsafeMutablePointer<Float>) {
        let nought = SIMD8<UInt16>(repeating: UInt16(truncatingIfNeeded: rows &* 128))
        let factor = SIMD8<Float>(repeating: scale)
        let zero = SIMD8<Float>(repeating: 0)
        var i = 0
        while i < width {
            let counts = UnsafeRawPointer(sum + i).load(as: SIMD8<UInt16>.self)
            let bias = UnsafeRawPointer(self.bias + i).load(as: SIMD8<Float>.self)
            let signed = SIMD8<Int16>(truncatingIfNeeded: counts &- nought)
            let value = SIMD8<Float>(SIMD8<Int32>(truncatingIfNeeded: signed)) * factor + bias
            UnsafeMutableRawPointer(hidden + i).storeBytes(
                of: value.replacing(with: zero, where: value .< zero), as: SIMD8<Float>.self)
            i &+= 8
        }
    }
}

/// The order in which ``FeatureNet`` keeps its columns: of each 16, the even ones and then the odd ones.
package enum Columns {
    /// The column of a row that stands at a place of the sum.
    package static func column(at place: Int) -> Int {
        let block = place & ~15
        let within = place & 15
        return block + (within < 8 ? within * 2 : (within - 8) * 2 + 1)
    }
}

/// A linear head over a hidden layer: one weight vector and one bias for each class.
package struct LinearHead: @unchecked Sendable {
    // Unchecked: points into `Weights`, which whoever owns this keeps.
    let weights: UnsafePointer<Float>
    let bias: UnsafePointer<Float>
    package let classes: Int
    let width: Int

    /// Opens the sections `NAME.w` and `NAME.b`; `nil` where they do not fit together.
    package init?(_ weights: Weights, _ name: String, width: Int) {
        let w = weights.section(name + ".w", of: Float.self)
        let b = weights.section(name + ".b", of: Float.self)
        guard let wBase = w.baseAddress, let bBase = b.baseAddress, w.count == b.count * width else { return nil }
        self.weights = wBase
        bias = bBase
        classes = b.count
        self.width = width
    }

    /// The scores of the first three classes, in one pass over the hidden layer.
    @inline(__always)
    func firstThree(_ hidden: UnsafePointer<Float>) -> (Float, Float, Float) {
        typealias V = SIMD8<Float>
        let size = width &* 4
        let rows = UnsafeRawPointer(weights)
        let input = UnsafeRawPointer(hidden)
        var a = V(repeating: 0)
        var b = V(repeating: 0)
        var c = V(repeating: 0)
        var i = 0
        while i < size {
            let h = input.load(fromByteOffset: i, as: V.self)
            a += rows.load(fromByteOffset: i, as: V.self) * h
            b += rows.load(fromByteOffset: i &+ size, as: V.self) * h
            c += rows.load(fromByteOffset: i &+ 2 &* size, as: V.self) * h
            i &+= 32
        }
        return (a.sum() + bias[0], b.sum() + bias[1], c.sum() + bias[2])
    }

    /// The score of one class.
    @inline(__always)
    package func score(_ hidden: UnsafePointer<Float>, _ category: Int) -> Float {
        typealias V = SIMD8<Float>
        let row = UnsafeRawPointer(weights + category &* width)
        let input = UnsafeRawPointer(hidden)
        var first = V(repeating: 0)
        var second = V(repeating: 0)
        var i = 0
        let size = width &* 4
        while i < size {
            first += row.load(fromByteOffset: i, as: V.self) * input.load(fromByteOffset: i, as: V.self)
            second += row.load(fromByteOffset: i + 32, as: V.self) * input.load(fromByteOffset: i + 32, as: V.self)
            i &+= 64
        }
        return (first + second).sum() + bias[category]
    }

    /// The class of the highest score among those of a list, the first of equals; the list is not empty.
    @inline(__always)
    func best(_ hidden: UnsafePointer<Float>, among list: UnsafeBufferPointer<UInt8>) -> Int {
        var best = Int(list[0])
        if list.count == 1 { return best }
        var high = -Float.infinity
        for category in list {
            let score = score(hidden, Int(category))
            if score > high {
                high = score
                best = Int(category)
            }
        }
        return best
    }
}
