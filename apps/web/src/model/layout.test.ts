import { library, type Model } from '@anodyne/pharmacology'
import { expect, it } from 'vitest'
import { BOX, layout, longRates, readable } from './layout.ts'

const drawn = library.filter(({ incomplete }) => incomplete === undefined)

it.each(drawn.map((model) => [model.id, model] as const))(
  '[VM10] %s: every compartment, flow, route and way out of the body is in the drawing, and no two boxes touch',
  (_, model: Model) => {
    const { boxes, arrows, width, height } = layout(model)
    const names = [...model.states, ...(model.chains ?? [])].map(({ name }) => name)
    expect(boxes.map(({ name }) => name).sort()).toEqual([...names].sort())
    for (const { from, to, rate } of model.flows)
      if (to === undefined) expect(boxes.find(({ name }) => name === from)!.leaves).toContain(readable(rate))
      else
        expect(
          arrows.some((one) => (one.from === from && one.to === to) || (one.kind === 'exchange' && one.from === to && one.to === from)),
          `${from} → ${to}`,
        ).toBe(true)
    for (const [route, parts] of Object.entries(model.routes))
      for (const { into } of parts) expect(boxes.find(({ name }) => name === into)!.routes).toContain(route)
    for (const a of boxes) {
      expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + 40 <= height, a.name).toBe(true)
      for (const b of boxes)
        if (a !== b)
          expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + BOX.tissueHeight <= b.y || b.y + BOX.tissueHeight <= a.y, `${a.name}, ${b.name}`).toBe(true)
    }
    for (const { points } of arrows) expect(points.flat().every(Number.isFinite)).toBe(true)
  },
) // prettier-ignore

it('[VM10] tissues hang under their compartment; a liver that gives back does not', () => {
  const boxes = (id: string) => layout(library.find((model) => model.id === id)!).boxes
  const composite = boxes('ketamine-composite')
  const at = (name: string) => composite.find((box) => box.name === name)!
  expect(at('K2').y).toBeGreaterThan(at('K1').y)
  expect(at('K2').width).toBe(BOX.tissue)
  expect(at('N1').x).toBeGreaterThan(at('K1').x)
  const liver = layout(library.find(({ id }) => id === 'perez-ruixo-2021')!)
  expect(liver.arrows.filter(({ kind }) => kind === 'back').map(({ from, to }) => [from, to])).toEqual([['H', 'C']])
  expect(boxes('perez-ruixo-2021').find(({ name }) => name === 'H')!.width).toBe(BOX.width)
})

it('[VM10] a rate too long for the drawing is numbered there and written out beside it', () => {
  const drawn = layout(library.find(({ id }) => id === 'ketamine-composite')!)
  expect([...longRates(drawn)]).toEqual([])
  const rate = 'Qh·CLint/(Qh+CLint)'
  const { boxes, arrows } = drawn
  expect([...longRates({ ...drawn, boxes: boxes.map((box) => ({ ...box, leaves: [rate] })), arrows: arrows.slice(1) })]).toEqual([[rate, 'r1']])
}) // prettier-ignore
