import { expect, it } from 'vitest'
import { citation } from './source.ts'

it('[WE14] makes a link of a DOI and keeps the words around it', () => {
  expect(citation('Voute 2022, doi:10.1002/ejp.1914; FPM 2024')).toEqual([
    { text: 'Voute 2022, ' },
    { text: 'doi:10.1002/ejp.1914', href: 'https://doi.org/10.1002/ejp.1914' },
    { text: '; FPM 2024' },
  ])
})

it('[WE14] leaves a closing full stop or bracket out of the address', () => {
  expect(citation('(10.1111/bcp.12094).').map((p) => p.href)).toEqual([
    undefined,
    'https://doi.org/10.1111/bcp.12094',
    undefined,
  ])
})

it('[WE14] gives a source without a DOI back whole', () => {
  expect(citation('engineering')).toEqual([{ text: 'engineering' }])
  expect(citation('')).toEqual([{ text: '' }])
})
