/// Classes of ASCII bytes that addresses are made of. No other byte belongs to any of them.
extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }

    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

    /// The byte with a capital letter made small.
    var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    /// The value of a hexadecimal digit, 0 to 15.
    var hexValue: UInt8? {
        switch self {
        case 0x30...0x39: self &- 0x30
        case 0x41...0x46: self &- 0x37
        case 0x61...0x66: self &- 0x57
        default: nil
        }
    }

    /// The capital hexadecimal digit of the low four bits.
    var hexDigit: UInt8 {
        let low = self & 0x0F
        return low < 10 ? 0x30 &+ low : 0x37 &+ low
    }
}
