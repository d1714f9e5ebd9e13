import { expect, it } from 'vitest'
import { effectParameters } from './effect.ts'
import { gradedStatements } from './statements.ts'

it('[EF6] mood, inflammation and plasticity are told in words, each with grade, reason, source and what it does not show', () => {
  const topics = gradedStatements.map(({ topic }) => topic)
  expect(topics).toEqual(expect.arrayContaining(['Mood', 'Inflammation', 'Neuroplasticity', 'Opioid sparing']))
  expect(new Set(topics).size).toBe(topics.length)
  for (const { topic, says, grade, because, findings, doesNotShow } of gradedStatements) {
    expect(['moderate', 'low', 'very low', 'none'], topic).toContain(grade)
    for (const words of [says, because, doesNotShow]) expect(words.length, topic).toBeGreaterThan(20)
    expect(findings.length, topic).toBeGreaterThan(0)
  }
})

it('[EF6] no number without a source: outside a finding there is none, and every finding names a paper', () => {
  // A DOI, or where it was printed: a name with a year.
  for (const { topic, says, because, doesNotShow, findings } of gradedStatements) {
    expect(`${says} ${because} ${doesNotShow}`.replaceAll('interleukin-6', ''), topic).not.toMatch(/\d/)
    for (const { says: seen, source } of findings) {
      expect(seen.length, topic).toBeGreaterThan(20)
      expect(source.where, topic).not.toBe('')
      for (const doi of source.dois) expect(doi, topic).toMatch(/^10\.\d{4,}\/\S+$/)
      if (source.dois.length === 0) expect(source.where, topic).toMatch(/DOI not seen|\d{4}/)
    }
  }
})

it('[EF6] no sentence that stands alone promises anything', () => {
  for (const { topic, says } of gradedStatements) {
    expect(says, topic).toMatch(/not|No /)
    expect(says, topic).not.toMatch(/\b(may|can|will|helps?|improves?|safe)\b/)
  }
})

it('[EF6] what was not found in chronic pain is graded none, not low', () => {
  for (const topic of ['Inflammation', 'Neuroplasticity'])
    expect(gradedStatements.find((one) => one.topic === topic)!.grade).toBe('none')
})

it('[EF6] a trial of which only the title was seen is named and not used; the slope of pressure says who disagrees', () => {
  const mood = gradedStatements.find(({ topic }) => topic === 'Mood')!
  const titleOnly = mood.findings.filter(({ source }) => source.dois.includes('10.1016/j.jad.2018.02.056'))
  expect(titleOnly).toHaveLength(1)
  expect(titleOnly[0]!.says).toMatch(/title only.*not used/)
  expect(titleOnly[0]!.says).not.toMatch(/\d/)
  // 3.3 over 684 infusions, 7.4 over 741: the higher is kept.
  const { slopePressure } = effectParameters
  expect(slopePressure.value).toBeCloseTo(7.4 / 185, 3)
  expect(slopePressure.note).toMatch(
    /3\.3 mm\[Hg\] over 684 infusions \(doi:10\.1016\/j\.jad\.2018\.02\.025\).*higher is kept/,
  )
})
