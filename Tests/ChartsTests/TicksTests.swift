import Testing

@testable import Charts

@Suite struct TicksTests {
    @Test func stepsAreNice() {
        #expect(Ticks(0, 10, count: 6).values == [0, 2, 4, 6, 8, 10])
        #expect(Ticks(0, 1, count: 6).values == [0, 0.2, 0.4, 0.6, 0.8, 1])
        #expect(Ticks(0, 1, count: 6).labels == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
        #expect(Ticks(0, 0.3, count: 4).values == [0, 0.1, 0.2, 0.3])
        #expect(Ticks(-1, 1, count: 5).labels == ["\u{2212}1.0", "\u{2212}0.5", "0.0", "0.5", "1.0"])
        #expect(Ticks(3, 97, count: 6).values == [20, 40, 60, 80])
        #expect(Ticks(fitting: 3, 97, count: 6).values == [0, 20, 40, 60, 80, 100])
        #expect(Ticks(fitting: -2.9, 2.9, count: 3).values == [-4, -2, 0, 2, 4])
        #expect(Ticks(0, 2, count: 8, isWhole: true).values == [0, 1, 2])
        #expect(Ticks(0, 40_000, count: 5).labels == ["0", "10,000", "20,000", "30,000", "40,000"])
    }

    /// Heckbert: the mantissa of every step is 1, 2 or 5; the marks are about as many as wanted and hold the values between them.
    @Test func everyStretchHasMarks() {
        var numbers = Samples.Numbers()
        for round in 0..<2_000 {
            let size = [1e-4, 1, 1e3, 1e9, 1e14][round % 5]
            let (first, second) = ((numbers.next() - 0.5) * size, (numbers.next() - 0.5) * size)
            let (low, high) = (min(first, second), max(first, second))
            guard high - low > size * 0.01 else { continue }
            let count = 3 + round % 9
            let ticks = Ticks(fitting: low, high, count: count)
            #expect(ticks.low <= low + ticks.step * 1e-6 && ticks.high >= high - ticks.step * 1e-6)
            #expect((2...2 * count + 2).contains(ticks.values.count))
            #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
            #expect(Set(ticks.labels).count == ticks.labels.count, "\(low) \(high) \(ticks.labels)")
            var mantissa = ticks.step
            while mantissa >= 9.99 { mantissa /= 10 }
            while mantissa < 0.999 { mantissa *= 10 }
            #expect([1, 2, 5].contains { abs($0 - mantissa) < 1e-6 })
        }
    }

    @Test func strangeStretches() {
        for (low, high) in [
            (0.0, 0.0), (5, 5), (.nan, 1), (0, .infinity), (1e14, 1e14), (-1e300, 1e300), (3, 1), (1e-12, 2e-12),
        ] {
            for count in [Int.min, 0, 1, 5, Int.max] {
                let ticks = Ticks(fitting: low, high, count: count)
                #expect((1...Ticks.most).contains(ticks.values.count))
                #expect(ticks.values.allSatisfy(\.isFinite) && ticks.low < ticks.high)
                #expect(Ticks(low, high, count: count).values.count <= Ticks.most)
            }
        }
    }

    @Test func logarithmicMarks() {
        #expect(Ticks.logarithmic(1, 1_000, count: 4).map(\.value) == [1, 10, 100, 1_000])
        #expect(Ticks.logarithmic(2, 60, count: 6).map(\.label) == ["2", "5", "10", "20", "50"])
        #expect(Ticks.logarithmic(0.1, 1, count: 6).map(\.label) == ["0.10", "0.20", "0.50", "1"])
        #expect(Ticks.logarithmic(11, 14, count: 5).map(\.value) == [11, 12, 13, 14])
        #expect(Ticks.logarithmic(0, 10, count: 5).isEmpty)
        #expect(Ticks.logarithmic(-3, .nan, count: 5).isEmpty)
        #expect(Ticks.logarithmic(1e-9, 1e14, count: 5).count <= 8)
    }

    @Test func scalesAreExact() {
        let linear = Scale(0, 10, from: 100, to: 0)
        #expect(linear(0) == 100 && linear(10) == 0 && linear(2.5) == 75 && linear(20) == -100)
        let logarithmic = Scale(1, 100, from: 0, to: 200, isLogarithmic: true)
        #expect(logarithmic(1) == 0 && logarithmic(10) == 100 && logarithmic(100) == 200)
        #expect(!logarithmic(0).isFinite && logarithmic(-1).isNaN)
        #expect(Scale(.nan, 1, from: 0, to: 1).high == 1)
        #expect(Scale(7, 7, from: 0, to: 1).low < Scale(7, 7, from: 0, to: 1).high)
    }
}

@Suite struct DayTicksTests {
    private func labels(_ first: Int, _ last: Int, _ count: Int) -> [String] {
        DayTicks(first, last, count: count).ticks.map(\.label)
    }

    private func day(_ year: Int, _ month: Int = 1, _ day: Int = 1) -> Int { Samples.day(year, month, day) }

    @Test func theUnitFitsTheRoom() {
        #expect(labels(day(2014, 1, 1), day(2014, 1, 4), 8) == ["2014", "2 Jan", "3 Jan", "4 Jan"])
        #expect(labels(day(2014, 3, 1), day(2014, 3, 20), 4) == ["1 Mar", "8 Mar", "15 Mar"])
        #expect(
            labels(day(2013, 11, 15), day(2014, 4, 30), 8) == ["Dec", "2014", "Feb", "Mar", "Apr"])
        #expect(labels(day(2013, 2, 1), day(2014, 7, 31), 8) == ["Apr", "Jul", "Oct", "2014", "Apr", "Jul"])
        #expect(labels(day(2012, 5, 1), day(2015, 7, 31), 8) == ["Jul", "2013", "Jul", "2014", "Jul", "2015", "Jul"])
        #expect(labels(day(2001, 5, 1), day(2026, 7, 31), 6) == ["2005", "2010", "2015", "2020", "2025"])
        #expect(labels(day(1946), day(2020), 4) == ["1960", "1980", "2000", "2020"])
    }

    @Test func thereAreNeverMoreThanTheRoomAllowsByMuch() {
        for length in [1, 5, 30, 100, 400, 1_000, 5_000, 20_000, 300_000, 3_000_000] {
            for count in [2, 5, 12, 30] {
                let ticks = DayTicks(16_000 - length / 2, 16_000 + length / 2, count: count).ticks
                #expect(ticks.count <= count + 2, "\(length) \(count): \(ticks.count)")
                #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.day < $1.day })
            }
        }
        #expect(DayTicks(.min, .max, count: 8).ticks.count <= 10)
        #expect(DayTicks(.max, .min, count: 8).ticks.count <= 1)
    }

    @Test func yearSteps() {
        #expect(DayTicks.yearStep(27, 30) == 1)
        #expect(DayTicks.yearStep(27, 14) == 2)
        #expect(DayTicks.yearStep(27, 6) == 5)
        #expect(DayTicks.yearStep(80, 8) == 10)
        #expect(DayTicks.yearStep(27_000, 10) == 5_000)
        #expect(DayTicks.yearStep(1, 0) == 1)
    }
}
