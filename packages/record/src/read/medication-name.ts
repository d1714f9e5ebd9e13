/** What a medicine contains, from its codes and from its name. */
import { ingredients as order, type Ingredient } from '@anodyne/pathway'
import { own } from '../codes/own.ts'
import { ingredientNames } from '../codes/ingredient-names.ts'
import { atcIngredients, rxnormIngredients } from '../codes/rxnorm.ts'
import { ATC, RXNORM, SNOMED } from '../codes/systems.ts'
import { codings, textsOf } from './coding.ts'

export interface ReadIngredients {
  readonly ingredients: readonly Ingredient[]
  /** A code that is in the tables, or a name a person could read. */
  readonly readable: boolean
  /** Code and name say different things; `ingredients` holds both. */
  readonly contradiction?: { readonly code: readonly Ingredient[]; readonly name: readonly Ingredient[] }
}

export function readIngredients(concept: unknown): ReadIngredients {
  const coded = codings(concept)
    .map(({ system, code }) => byCode(system, code))
    .filter((found) => found !== undefined)
  const texts = textsOf(concept)
  const named = sorted(texts.flatMap(ingredientsIn))
  const byCodes = sorted(coded.flat())
  const contradiction = byCodes.length > 0 && named.length > 0 && !byCodes.some((i) => named.includes(i))
  // A display without a single letter is no name.
  const readable = coded.length > 0 || texts.some((text) => /\p{L}{3}/u.test(text))
  const inNameOrder =
    named.length >= byCodes.length && !contradiction ? [...firstNamed(texts), ...byCodes] : [...byCodes, ...named]
  return {
    ingredients: [...new Set(inNameOrder)],
    readable,
    ...(contradiction && { contradiction: { code: byCodes, name: named } }),
  }
}

function byCode(system: string, code: string): readonly Ingredient[] | undefined {
  if (system === RXNORM) return rxnormIngredients(code)
  if (system === ATC) return own(atcIngredients, code)
  return system === SNOMED && code === '373464007' ? ['ketamine'] : undefined
}

/** The ingredients that a text names, in the order of the text. */
export function ingredientsIn(text: string): Ingredient[] {
  let rest = plain(text)
  const found: { at: number; contains: readonly Ingredient[] }[] = []
  for (const [name, contains] of patterns) {
    for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name)) {
      found.push({ at, contains })
      // Taken out by as many letters that match nothing, so that what stands behind keeps its place.
      rest = `${rest.slice(0, at + 1)}${'#'.repeat(name.length - 2)}${rest.slice(at + name.length - 1)}`
    }
  }
  return found.sort((a, b) => a.at - b.at).flatMap((f) => f.contains)
}

/** Words between single blanks, lower case, one blank at each end. */
const plain = (text: string) =>
  ` ${text
    .slice(0, 400)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
const patterns = ingredientNames.map(([name, contains]) => [plain(name), contains] as const)

const firstNamed = (texts: readonly string[]) => texts.map(ingredientsIn).find((found) => found.length > 0) ?? []
const sorted = (list: readonly Ingredient[]) => [...new Set(list)].sort((a, b) => order.indexOf(a) - order.indexOf(b))
