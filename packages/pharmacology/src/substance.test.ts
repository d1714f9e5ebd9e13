import { mg } from '@anodyne/units'
import { expect, it } from 'vitest'
import { freeBase } from './substance.ts'

it('[PK12] 32.3 mg of esketamine hydrochloride is 28 mg of base, as the US label says', () => {
  expect(freeBase({ substance: 'esketamine', form: 'hydrochloride', mass: mg(32.3) })).toBeCloseTo(28, 1)
})

it('[PK12] a film of 57.7 mg hydrochloride is one of 50 mg base', () => {
  expect(freeBase({ substance: 'esketamine', form: 'hydrochloride', mass: mg(57.7) })).toBeCloseTo(50, 1)
})

it('[PK12] base stays what it is', () => {
  expect(freeBase({ substance: 'racemic-ketamine', form: 'base', mass: mg(25) })).toBe(25)
})

it('[PK12] a form that is not known is not converted as if it were', () => {
  const salt = { substance: 'racemic-ketamine', form: 'HCl' as 'hydrochloride', mass: mg(100) } as const
  expect(() => freeBase(salt)).toThrow('form HCl: expected base or hydrochloride')
})
