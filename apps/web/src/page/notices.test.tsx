import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Notices } from './notices.tsx'

it('[WE10] warns of a synthetic record and of an unsigned protocol', () => {
  const html = renderToStaticMarkup(<Notices synthetic protocolSigned={false} />)
  expect(html).toContain('Synthetic record.')
  expect(html).toMatch(/Protocol unsigned:<\/strong> its limits are not approved for care/)
})

it('[WE10] warns while it is not known whether the protocol is signed', () => {
  expect(renderToStaticMarkup(<Notices />)).toContain('not approved for care')
})

it('[WE10] is silent only for a real record under a signed protocol', () => {
  expect(renderToStaticMarkup(<Notices synthetic={false} protocolSigned />)).toBe('')
  expect(renderToStaticMarkup(<Notices synthetic protocolSigned />)).not.toBe('')
})
