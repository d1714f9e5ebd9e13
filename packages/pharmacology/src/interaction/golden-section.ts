/** The least of a function of one number, without derivatives. */

/** To 1e-6 of the range, where the function falls and then rises; at an end of the range if it only does one. */
export function minimise(f: (x: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [a, b] = [low, high]
  let [c, d] = [b - golden * (b - a), a + golden * (b - a)]
  let [fc, fd] = [f(c), f(d)]
  while (b - a > 1e-6 * (high - low)) {
    if (fc < fd) {
      ;[b, d, fd] = [d, c, fc]
      c = b - golden * (b - a)
      fc = f(c)
    } else {
      ;[a, c, fc] = [c, d, fd]
      d = a + golden * (b - a)
      fd = f(d)
    }
  }
  return (a + b) / 2
}
