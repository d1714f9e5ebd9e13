import { expect, it } from 'vitest'
import { readOptions, type OptionTable } from './options.ts'

const options = {
  dose: { value: 'MG', required: true, help: '' },
  with: { value: 'NAME', multiple: true, help: '' },
  json: { help: '' },
} as const satisfies OptionTable
const command = { name: 'try', options, operands: [{ name: 'FILE', optional: true }] } as const
const read = (...args: string[]) => readOptions(args, command)

it('[CL2] reads values, repeats, switches and operands', () => {
  expect(read('--dose', '5', 'f.json', '--with=a', '--with', 'b', '--json')).toEqual({
    options: { dose: '5', with: ['a', 'b'], json: true },
    operands: ['f.json'],
  })
})

it('[CL2] what is not given is absent, not a default in disguise', () => {
  expect(read('--dose', '5')).toEqual({ options: { dose: '5', with: [], json: false }, operands: [] })
})

it.each([
  [['--dsoe', '5'], 'unknown option --dsoe; expected one of --dose, --with, --json'],
  [['-x'], 'unknown option -x; expected one of --dose, --with, --json'],
  [['--constructor'], 'unknown option --constructor; expected one of --dose, --with, --json'],
  [['--dose'], '--dose has no value; expected --dose MG'],
  [['--dose='], '--dose has no value; expected --dose MG'],
  [['--dose', '--json'], '--dose has no value; expected --dose MG'],
  [['--dose', '1', '--dose', '2'], '--dose is given twice; expected once'],
  [['--dose', '1', '--json=yes'], '--json takes no value, but "yes" was given'],
  [['--json'], '--dose is missing; expected --dose MG'],
  [['--dose', '1', 'a', 'b'], 'unexpected "b"; expected only FILE'],
])('[CL2] refuses %j', (args, message) => {
  expect(() => read(...args)).toThrow(message)
})

it('[CL2] a negative number is a value, to be judged as one', () => {
  expect(read('--dose', '-5').options.dose).toBe('-5')
})
