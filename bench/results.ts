/** What the benchmarks found, by name; said at once, or all together as JSON with `--json`. */
export interface Result {
  /** Best of several: what the work takes when nothing else runs. */
  readonly ms: number
  readonly median?: number
  /** ns for each patient at each output time */
  readonly nsPerPatientPoint?: number
  readonly maxRelativeError?: number
}

const results: Record<string, Result> = {}
const asJson = process.argv.includes('--json')

export function say(line: string): void {
  if (!asJson) console.log(line)
}

export function report(name: string, result: Result, line: string): void {
  results[name] = result
  say(line)
}

if (asJson) process.on('exit', () => console.log(JSON.stringify(results, null, 2)))
