import Glibc

/// Time of the processor that a thread has used: other processes do not count.
package enum ThreadTime {
    /// More than this is not linear: four times the input takes four times as long where a step is linear, sixteen times
    /// where it is quadratic, and the slower levels of memory need some room.
    package static let mostGrowth = 8.0

    /// How many times longer four times the input takes. The input is as long as the step needs for a hundredth of a second.
    ///
    /// - Parameter least: pieces of the input below which the time is not looked at.
    package static func growth(from least: Int = 500, _ make: (Int) -> [UInt8], _ step: ([UInt8]) -> Void) -> Double {
        // what is made once is not measured
        step(make(1))
        var size = least
        while size < 200_000, seconds(runs: 1, { step(make(size)) }) < 0.01 { size *= 2 }
        let (small, large) = (make(size), make(4 * size))
        // a disturbed measurement is made again; what is not linear stays so
        return (0..<3).reduce(Double.infinity) { lowest, _ in
            lowest < mostGrowth ? lowest : min(lowest, seconds { step(large) } / max(seconds { step(small) }, 1e-4))
        }
    }

    /// Seconds that a step takes, the best of some runs.
    package static func seconds(runs: Int = 2, _ step: () -> Void) -> Double {
        (0..<runs).map { _ in
            let start = now()
            step()
            return now() - start
        }.min() ?? 0
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
