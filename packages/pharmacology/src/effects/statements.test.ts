import { expect, it } from 'vitest'
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

it('[EF6] what was not found in chronic pain is graded none, not low', () => {
  for (const topic of ['Inflammation', 'Neuroplasticity'])
    expect(gradedStatements.find((one) => one.topic === topic)!.grade).toBe('none')
})
