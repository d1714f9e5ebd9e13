import { expect, it } from 'vitest'
import { canonicalJson, hashOf, sha256 } from './hash.ts'

it('[ST1] hashes as FIPS 180-4 does', () => {
  // The standard's own example: the one-block message "abc".
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

it('[ST1] does not depend on the order of members, at any depth', () => {
  expect(hashOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(hashOf({ b: [{ d: 3, c: 2 }], a: 1 }))
  expect(hashOf({ a: 1, b: undefined })).toBe(hashOf({ a: 1 }))
})

it('[ST1] depends on everything else', () => {
  const seen = [{}, [], null, '', 0, '0', [0], [[0]], { a: 0 }, { a: '0' }, { a: null }, { b: 0 }, [1, 2], [2, 1]].map(
    hashOf,
  )
  expect(new Set(seen).size).toBe(seen.length)
})

it('[ST1] writes canonical JSON that reads back as the same value', () => {
  const value = { z: 'é"\n', a: [1.5e-7, -0.1, true, null, { k: '' }] }
  expect(canonicalJson(value)).toBe('{"a":[1.5e-7,-0.1,true,null,{"k":""}],"z":"é\\"\\n"}')
  expect(JSON.parse(canonicalJson(value))).toEqual(value)
})

it('[ST1] refuses what JSON would lose, and says where', () => {
  expect(() => hashOf({ a: [Number.NaN] })).toThrow('$.a[0]: NaN')
  expect(() => hashOf(Infinity)).toThrow('Infinity')
  expect(() => hashOf([undefined])).toThrow('$[0]')
  expect(() => hashOf({ when: new Date(0) })).toThrow('$.when: not a plain object')
  expect(() => hashOf(new Map())).toThrow('not a plain object')
  const loop: Record<string, unknown> = {}
  loop['self'] = loop
  expect(() => hashOf(loop)).toThrow('refers to itself')
})
