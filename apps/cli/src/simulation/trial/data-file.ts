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

export function readData(name: string, text: string, model: Compiled, given: SimulateOptions): readonly Subject[] {
  const word = given.substance === undefined ? 'racemic' : readWord('--substance', given.substance, ['racemic', 'esketamine']) // prettier-ignore
  const substance: Substance = word === 'racemic' ? 'racemic-ketamine' : 'esketamine'
  const form = given.salt === undefined ? 'base' : readWord('--salt', given.salt, ['base', 'hydrochloride'])
  const { subjects } = reading(name, () =>
    readDataSet(text, model, {
      ...mapping(given.cmt, model),
      milligrams: freeBase({ substance, form, mass: mg(1) }),
    }),
  )
  const everyone = personFrom(given)
  return subjects.map((subject) => ({
    id: subject.id,
    courses: subject.dosing.map((dosing) => ({ ...dosing, substance })),
    resets: subject.resets,
    person: {
      ...everyone,
      ...constant(name, subject, WEIGHT, 'weight'),
      ...constant(name, subject, AGE, 'age'),
    },
    observations: subject.observations.map(({ time, output, dv, blq }) => ({
      time,
      output,
      value: dv,
      below: blq === true,
    })),
  }))
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

function constant(name: string, { id, covariates }: DataSubject, columns: readonly string[], what: 'weight' | 'age') {
  const column = Object.keys(covariates).find((one) => columns.includes(one.toUpperCase()))
  const steps = column === undefined ? [] : covariates[column]!
  if (steps.length > 1)
    throw new Refusal(
      `${name}: subject ${id}: ${column} changes at ${steps[1]!.from} h; expected one ${what} for each subject`,
    )
  const [step] = steps
  return step === undefined ? {} : { [what]: step.value }
}
