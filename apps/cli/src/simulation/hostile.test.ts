/** What files, disks and people do to a study that nobody meant well. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { answers, folder, refuses } from './simulation.fixture.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const here = folder()
const study = ['simulate', '--dose', '25', '--route', 'oral', '--every', '8', '--days', '1', '--n', '48']

it('[SI14] a name that the disk takes is written, however long, and no folder stays behind', () => {
  const name = `${'x'.repeat(240)}.csv`
  answers(here.run(...study, '--out', name))
  expect(here.names()).toEqual([name])
})

it('[SI13] a place that cannot be is refused in one line', () => {
  here.write('file.csv', '')
  refuses(here.run(...study, '--out', 'file.csv/rows.csv'), 'file.csv/rows.csv', 'not a directory')
  refuses(here.run(...study, '--out', `${'x'.repeat(300)}.csv`), 'the name is too long')
})

it('[SI21] a name with a star or brackets is a shard, and does not stand for other files', () => {
  const [first, second, third] = ['p[1].parquet', 'p*.parquet', 'p?3.parquet']
  for (const [k, name] of [first, second, third].entries())
    answers(here.run(...study, '--shard', `${k + 1}/3`, '--out', name!))
  // What `p[1].parquet` would stand for.
  here.write('p1.parquet', here.bytes(second!))
  answers(here.run(...study, '--out', 'whole.parquet'))
  answers(here.run('merge', 'merged.parquet', first!, second!, third!))
  expect(here.bytes('merged.parquet').equals(here.bytes('whole.parquet'))).toBe(true)
})

it('[SI21] rows whose columns were moved or whose line ends were changed, and damaged heads, are refused', () => {
  for (const k of [1, 2, 3]) answers(here.run(...study, '--shard', `${k}/3`, '--out', `${k}.csv`))
  const text = here.bytes('2.csv').toString()
  here.write('moved.csv', text.replace('ketamine_ng_per_mL,norketamine_ng_per_mL', 'norketamine_ng_per_mL,ketamine_ng_per_mL')) // prettier-ignore
  here.write('windows.csv', text.replaceAll('\n', '\r\n'))
  here.write('head.csv', text.replace(/"outsideTheModel":\[[^\]]*\]/, '"outsideTheModel":{}'))
  refuses(here.run('merge', 'x.csv', '1.csv', 'moved.csv', '3.csv'), 'moved.csv', 'columns', 'patient,hours,ketamine_ng_per_mL') // prettier-ignore
  refuses(here.run('merge', 'x.csv', '1.csv', 'windows.csv', '3.csv'), 'windows.csv', 'columns')
  refuses(here.run('merge', 'x.csv', '1.csv', 'head.csv', '3.csv'), 'head.csv', 'damaged')
  mkdirSync(join(here.path, 'folder.csv'))
  refuses(here.run('merge', 'x.csv', '1.csv', 'folder.csv', '3.csv'), 'folder.csv is no file')
})

const course = '"substance":"racemic-ketamine","route":"oral","doseMg":25,"everyHours":8,"untilHours":24'
it.each([
  ['a dose that stands twice', `{"courses":[{${course},"doseMg":50}]}`, '"doseMg" stands twice'],
  ['a dose that stands twice, once disguised', `{"courses":[{${course},"dose\\u004dg":50}]}`, 'stands twice'],
  ['two lists of courses', `{"courses":[{${course}}],"courses":[]}`, 'courses'],
  ['a number beyond all numbers', `{"courses":[{${course.replace('25', '1e400')}}]}`, 'doseMg: Infinity'],
  ['an infusion by mouth', `{"courses":[{${course},"infusionHours":1}]}`, 'infusion 1', 'route oral'],
  ['a name of every object', `{"courses":[{${course},"__proto__":{"form":"hydrochloride"}}]}`, '__proto__'],
])('[SI12] a regimen file with %s is refused', (_, text, ...words) => {
  here.write('regimen.json', text)
  refuses(here.run('simulate', '--regimen', 'regimen.json', '--n', '16', '--summary'), ...words)
})

it('[SI12] names in different objects, and in texts, do not stand twice', () => {
  here.write('two.json', `{"courses":[{${course}},{${course.replace('25', '5')}}],"person":{"weightKg":80}}`)
  answers(here.run('simulate', '--regimen', 'two.json', '--n', '16', '--summary'))
})

it('[SI12] what a model cannot hear is refused where the answer would claim to hold it, and said elsewhere', () => {
  const known = ['--model', 'perez-ruixo-2021', '--substance', 'esketamine']
  refuses(here.run(...study, ...known, '--occasions', 'dose', '--summary'), '--occasions dose', 'perez-ruixo-2021')
  const heavy = [...known, '--weight', '90', '--json']
  const { outsideTheModel } = JSON.parse(answers(here.run(...study, ...heavy, '--summary'))) as {
    outsideTheModel: readonly string[]
  }
  expect(outsideTheModel).toContain('weight: 90, changes nothing: no parameter of perez-ruixo-2021 depends on it')
  expect(answers(here.run(...study, '--weight', '90', '--summary'))).not.toContain('changes nothing')
})
