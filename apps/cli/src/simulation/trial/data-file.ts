/** `--data FILE`: a NONMEM-style data set as subjects with doses of their own. */
import {
  DataSetError,
  freeBase,
  readDataSet,
  type Compiled,
  type DataSubject,
  type Substance,
} from '@anodyne/pharmacology'
import { mg } from '@anodyne/units'
import type { SimulateOptions } from '../../commands/simulate.ts'
import { Refusal } from '../../refusal.ts'
import { readWord } from '../../values.ts'
import { personFrom } from '../study.ts'
import type { Subject } from './trial.ts'

/** Columns that are weight (kg) and age (years). */
const WEIGHT = ['WT', 'WEIGHT', 'BW']
const AGE = ['AGE']

export function readData(
  name: string,
  text: string,
  model: Compiled,
  given: SimulateOptions,
): { readonly subjects: readonly Subject[]; readonly columnsNotUsed: readonly string[] } {
  const word = given.substance === undefined ? 'racemic' : readWord('--substance', given.substance, ['racemic', 'esketamine']) // prettier-ignore
  const substance: Substance = word === 'racemic' ? 'racemic-ketamine' : 'esketamine'
  const form = given.salt === undefined ? 'base' : readWord('--salt', given.salt, ['base', 'hydrochloride'])
  const { subjects, covariates, ignored } = reading(name, () =>
    readDataSet(text, model, {
      ...mapping(given.cmt, model),
      milligrams: freeBase({ substance, form, mass: mg(1) }),
    }),
  )
  const everyone = personFrom(given)
  const [weight, age] = [columnOf(name, covariates, WEIGHT), columnOf(name, covariates, AGE)]
  for (const [flag, column] of [
    ['weight', weight],
    ['age', age],
  ] as const)
    if (given[flag] !== undefined && column !== undefined)
      throw new Refusal(`--${flag} ${given[flag]}: ${name} has a column ${column}; expected one of them`)
  return {
    columnsNotUsed: [...covariates.filter((column) => column !== weight && column !== age), ...ignored],
    subjects: subjects.map((subject) => ({
      id: subject.id,
      courses: subject.dosing.map((dosing) => ({
        ...dosing,
        substance,
        dose: checkDose(name, subject.id, dosing.dose),
      })),
      resets: subject.resets,
      person: {
        ...everyone,
        ...constant(name, subject, weight, 'weight', { from: 20, to: 400, unit: 'kg' }),
        ...constant(name, subject, age, 'age', { from: 18, to: 120, unit: 'years' }),
      },
      observations: subject.observations.map(({ time, output, dv, blq, line }) => {
        const refuse = (expected: string) =>
          new Refusal(`${name}: line ${line}, subject ${subject.id}, DV ${dv}: expected ${expected}`)
        if (!(dv >= 0)) throw refuse('a concentration from 0, not its logarithm')
        if (blq && !(dv > 0))
          throw refuse('the limit of quantification above 0 in LLOQ, or in DV, where BLQ or CENS is 1')
        return { time, output, value: dv, below: blq === true }
      }),
    })),
  }
}

/** As `--dose`. */
function checkDose(name: string, id: string, dose: number): number {
  if (dose > 0 && dose <= 5000) return dose
  throw new Refusal(`${name}: subject ${id}, AMT: a dose of ${dose} mg free base; expected above 0, at most 5000 mg`)
}

/** The one column that says it. */
function columnOf(name: string, covariates: readonly string[], words: readonly string[]): string | undefined {
  const [column, other] = covariates.filter((one) => words.includes(one.toUpperCase()))
  if (other !== undefined) throw new Refusal(`${name}: columns ${column} and ${other}; expected one of them`)
  return column
}

/** `--cmt 1=oral --cmt 3=ketamine`: whatever stands right of `=` is a route or an output of the model. */
function mapping(given: readonly string[], model: Compiled) {
  const routes: Record<string, string> = {}
  const outputs: Record<string, string> = {}
  for (const one of given) {
    const [, compartment, word] = /^([^=]+)=(.+)$/.exec(one) ?? []
    if (compartment === undefined || word === undefined)
      throw new Refusal(`--cmt ${one}: not usable; expected e.g. 1=oral or 3=ketamine, '*' being any`)
    const isRoute = model.routes.has(word)
    if (!isRoute && !model.outputs.some((output) => output.name === word))
      throw new Refusal(
        `--cmt ${one}: ${word} is no route or output of ${model.model.id}; expected one of ${[...model.routes.keys(), ...model.outputs.map((output) => output.name)].join(', ')}`,
      )
    ;(isRoute ? routes : outputs)[compartment] = word
  }
  if (Object.keys(routes).length === 0)
    throw new Refusal("--data needs to know how doses are given; expected e.g. --cmt 1=oral, or --cmt '*=oral'")
  if (Object.keys(outputs).length === 0) {
    if (model.outputs.length > 1)
      throw new Refusal("--data needs to know what was observed; expected e.g. --cmt 3=ketamine, or --cmt '*=ketamine'")
    outputs['*'] = model.outputs[0]!.name
  }
  return { routes, outputs }
}

function reading<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof DataSetError) {
      const [first] = cause.problems
      const more = cause.problems.length > 1 ? ` (and ${cause.problems.length - 1} more)` : ''
      throw new Refusal(
        `${name}: line ${first!.line}, ${first!.column} '${first!.value}': expected ${first!.expected}${more}`,
      )
    }
    if (cause instanceof RangeError) throw new Refusal(`${name}: ${cause.message}`)
    throw cause
  }
}

function constant(
  name: string,
  { id, covariates }: DataSubject,
  column: string | undefined,
  what: 'weight' | 'age',
  { from, to, unit }: { readonly from: number; readonly to: number; readonly unit: string },
) {
  const [step, other] = column === undefined ? [] : covariates[column]!
  if (other !== undefined)
    throw new Refusal(
      `${name}: subject ${id}: ${column} changes at ${other.from} h; expected one ${what} for each subject`,
    )
  if (step === undefined) return {}
  if (step.value >= from && step.value <= to) return { [what]: step.value }
  throw new Refusal(`${name}: subject ${id}, ${column} ${step.value}: expected ${unit}, ${from} to ${to}`)
}
