/**
 * Numbers that remember their UCUM unit at compile time and cost nothing at run time.
 * Parsed once at the border; inside, arithmetic drops the tag and a function re-tags at its `return`.
 */
declare const unit: unique symbol

/** A finite number of the UCUM unit `U`. */
export type In<U extends string> = number & { readonly [unit]: U }

export type Milligrams = In<'mg'>
export type Millilitres = In<'mL'>
export type MilligramsPerMillilitre = In<'mg/mL'>
export type Kilograms = In<'kg'>
export type Years = In<'a'>
export type Hours = In<'h'>
export type Days = In<'d'>
export type NanogramsPerMillilitre = In<'ng/mL'>
export type MillimetresOfMercury = In<'mm[Hg]'>

/** The only way in: refuses what is not a finite number, so NaN cannot enter unseen. */
const make =
  <U extends string>(u: U) =>
  (n: number): In<U> => {
    if (!Number.isFinite(n)) throw new RangeError(`not a number of ${u}: ${n}`)
    return n as In<U>
  }

export const mg = make('mg')
export const mL = make('mL')
export const mgPerMl = make('mg/mL')
export const kg = make('kg')
export const years = make('a')
export const hours = make('h')
export const days = make('d')
export const ngPerMl = make('ng/mL')
export const mmHg = make('mm[Hg]')
