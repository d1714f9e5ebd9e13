import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LongList } from './long-list.tsx'

const html = (n: number) =>
  renderToStaticMarkup(<LongList items={Array.from({ length: n }, (_, i) => `item ${i}.`)} open={4} />)

it('[WE17] folds the end of a long list, counts it, and loses nothing', () => {
  expect(html(5)).not.toContain('<details')
  expect(html(6)).toContain('and 2 more')
  for (let i = 0; i < 30; i++) expect(html(30)).toContain(`item ${i}.`)
})
