/** Three judgements in three shapes, told apart without colour: a full circle, an open diamond, a cross. */
import type { ForestRow } from './data.ts'
import { ink } from './style.ts'

const marks: Record<ForestRow['status'], string> = {
  pass: `<circle r="4" fill="${ink.pass}"/>`,
  'known-miss': `<path d="M0,-6L5,0L0,6L-5,0Z" fill="${ink.paper}" stroke="${ink.miss}" stroke-width="1.8"/>`,
  fail: `<path d="M-5,-5L5,5M-5,5L5,-5" stroke="${ink.fail}" stroke-width="3" fill="none"/>`,
}

export const forestMark = (status: ForestRow['status']): string => marks[status]
