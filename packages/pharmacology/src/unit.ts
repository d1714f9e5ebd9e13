/**
 * A small algebra of units: litre, hour, milligram of drug, micromole, year of age, kilogram of a person, and pure numbers.
 * Spelling is UCUM's: `L/h`, `/h`, `ng.h/mL`. A kilogram of a person and a milligram of drug are different things here, and
 * so are a year of age and an hour on the model's clock.
 */
const BASES = ['L', 'h', 'mg', 'umol', 'a', 'kg'] as const

export interface Unit {
  /** How many coherent units (products of powers of the bases) one of it is. */
  readonly size: number
  /** Power of each base. */
  readonly powers: readonly number[]
}

const base = (name: (typeof BASES)[number], size = 1): Unit => ({
  size,
  powers: BASES.map((one) => (one === name ? 1 : 0)),
})

export const NUMBER: Unit = { size: 1, powers: BASES.map(() => 0) }

const ATOMS: Readonly<Record<string, Unit>> = {
  '1': NUMBER,
  '%': { ...NUMBER, size: 0.01 },
  L: base('L'),
  mL: base('L', 1e-3),
  h: base('h'),
  min: base('h', 1 / 60),
  d: base('h', 24),
  g: base('mg', 1e3),
  mg: base('mg'),
  ug: base('mg', 1e-3),
  ng: base('mg', 1e-6),
  mol: base('umol', 1e6),
  mmol: base('umol', 1e3),
  umol: base('umol'),
  nmol: base('umol', 1e-3),
  a: base('a'),
  kg: base('kg'),
}

/** Units parsed before; a model says the same few over and over. */
const parsed = new Map<string, Unit>()

/** @throws RangeError for a unit that is not known here. */
export function parseUnit(text: string): Unit {
  const before = parsed.get(text)
  if (before) return before
  const unit = parse(text)
  parsed.set(text, unit)
  return unit
}

function parse(text: string): Unit {
  if (text === '') throw new RangeError('no unit')
  let unit = NUMBER
  for (const [, sign, name = ''] of text.matchAll(/([./]|^)([^./]*)/g)) {
    if (name === '' && sign === '') continue // the nothing before the slash of '/h'
    const atom = Object.hasOwn(ATOMS, name) ? ATOMS[name] : undefined
    if (!atom) throw new RangeError(`unit ${text}: expected ${Object.keys(ATOMS).join(', ')} joined by . and /`)
    unit = sign === '/' ? divide(unit, atom) : multiply(unit, atom)
  }
  return unit
}

export const multiply = (a: Unit, b: Unit): Unit => ({
  size: a.size * b.size,
  powers: a.powers.map((power, i) => power + b.powers[i]!),
})

export const divide = (a: Unit, b: Unit): Unit => ({
  size: a.size / b.size,
  powers: a.powers.map((power, i) => power - b.powers[i]!),
})

/** Same kind of quantity, whatever the size. */
export const alike = (a: Unit, b: Unit): boolean => a.powers.every((power, i) => power === b.powers[i])

/** An amount of something in a compartment: mass or moles, and nothing else. */
export const isAmount = (unit: Unit): boolean => alike(unit, ATOMS['mg']!) || alike(unit, ATOMS['umol']!)

export const isMoles = (unit: Unit): boolean => alike(unit, ATOMS['umol']!)

/** Its kind in coherent units, for a message: `L/h`, `mg/L`, `1`. */
export function kind({ powers }: Unit): string {
  const side = (sign: 1 | -1) => BASES.flatMap((name, i) => Array<string>(Math.max(0, sign * powers[i]!)).fill(name))
  const below = side(-1).map((name) => `/${name}`)
  return side(1).join('.') + below.join('') || '1'
}
