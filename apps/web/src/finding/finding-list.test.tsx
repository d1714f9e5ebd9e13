import type { Finding } from '@anodyne/pathway'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { FindingList } from './finding-list.tsx'

const hold: Finding = {
  rule: 'E06',
  kind: 'hold',
  because: 'Blood pressure 172/98 mmHg is not below 160/100 mmHg.',
  facts: ['Blood pressure 172/98 mmHg on 20 Nov 2026'],
  source: 'FPM 2024',
}
const missing: Finding = {
  ...hold,
  rule: 'E14',
  kind: 'missing',
  because: 'Liver tests are stale.',
  ask: 'Measure ALT.',
}
const clear: Finding = { ...hold, rule: 'E02', kind: 'clear', because: 'No psychosis.' }

it('[WE07] says kind, rule, reason and facts of a finding, and can be linked to', () => {
  const html = renderToStaticMarkup(<FindingList findings={[hold]} />).replaceAll('\u00a0', ' ')
  for (const said of ['Hold', 'E06', hold.because, 'on 20 Nov 2026', 'FPM 2024', 'id="finding-E06"'])
    expect(html).toContain(said)
})

it('[WE07] leads an unknown with what to find out, and folds away only what is clear', () => {
  const html = renderToStaticMarkup(<FindingList findings={[missing, clear]} />)
  expect(html.indexOf('What to find out')).toBeLessThan(html.indexOf('Measure ALT.'))
  expect(html.indexOf('Measure ALT.')).toBeLessThan(html.indexOf('<details'))
  expect(html).toContain('Clear: 1')
})

it('[WE06] never reads the silence of the rules as clear', () => {
  expect(renderToStaticMarkup(<FindingList findings={[]} />)).toContain('Nothing here may be read as clear')
})
