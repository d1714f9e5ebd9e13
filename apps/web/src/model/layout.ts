/**
 * Where the parts of a model stand in its drawing, from its data alone: inputs left, each compartment one step to the right of what
 * feeds it, tissues under the compartment with which they exchange, what leaves the body upwards. No model is drawn by hand.
 */
import type { Model } from '@anodyne/pharmacology'
import { layers, ordered, tissuesOf, type Edge } from './layers.ts'
import { routeInWords } from './route-words.ts'

export interface Box {
  readonly name: string
  readonly meaning: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Compartments in a row that are drawn as one. */
  readonly length: number
  readonly measured: boolean
  /** Routes by which a dose enters here. */
  readonly routes: readonly string[]
  /** Rates at which drug leaves the body from here; with its tissue, the common symbols of the exchange. */
  readonly leaves: readonly string[]
}

export interface Arrow {
  readonly from: string
  readonly to: string
  readonly rate: string
  readonly kind: 'flow' | 'back' | 'exchange'
  /** From the right edge of one to the left edge of the other, by way of the layers between. */
  readonly points: readonly (readonly [x: number, y: number])[]
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly arrows: readonly Arrow[]
}

export const BOX = { width: 148, height: 56, tissue: 70, tissueHeight: 40 } as const
/** Between two layers, px; of many layers less, so that they fit a page. */
const GAP = { few: 92, many: 64 } as const
/** px of a letter in a route's name. */
const LETTER = 6.4
/** px kept above the boxes: while they are placed, and in the end. */
const TOP = 56
const HEAD = 44
/** px from a compartment to its tissue. */
const DROP = 54
/** px between two rows. */
const ROW = 46

/** Rates as they are read: `ka·(1−Fpo)·phi`. */
export const readable = (rate: string): string => rate.replaceAll('*', '·').replaceAll('-', '−')

/** More letters than stand beside an arrow. */
const LONG = 18

/** Rates that are too long for a drawing, each once, with the number that stands for it there: `r1`, `r2`. */
export function longRates({ boxes, arrows }: Layout): ReadonlyMap<string, string> {
  const all = [...arrows.map(({ rate }) => rate), ...boxes.flatMap(({ leaves }) => leaves)]
  return new Map([...new Set(all.filter((rate) => rate.length > LONG))].map((rate, k) => [rate, `r${k + 1}`]))
}

export function layout(model: Model): Layout {
  const { states, chains = [], links = [] } = model
  const nodes = [...states.map((one) => ({ ...one, length: 1 })), ...chains]
  const edges: Edge[] = [
    ...model.flows.flatMap(({ from, to, rate }) => (to === undefined ? [] : [{ from, to, rate }])),
    ...links.map(({ of, into, rate }) => ({ from: of, to: into, rate })),
    ...chains.flatMap(({ name, exits }) => exits.flatMap(({ to, fraction }) => (to === undefined ? [] : [{ from: name, to, rate: fraction }]))),
  ] // prettier-ignore
  const entered = new Map<string, string[]>()
  for (const [route, parts] of Object.entries(model.routes))
    for (const { into } of parts) entered.set(into, [...new Set([...(entered.get(into) ?? []), route])])
  const left = new Map<string, string[]>()
  for (const { from, to, rate } of model.flows)
    if (to === undefined) left.set(from, [...(left.get(from) ?? []), readable(rate)])
  for (const { name, exits } of chains)
    for (const { to, fraction } of exits)
      if (to === undefined) left.set(name, [...(left.get(name) ?? []), readable(fraction)])

  const tissues = tissuesOf(nodes.map(({ name }) => name), edges, entered) // prettier-ignore
  const main = nodes.filter(({ name }) => !tissues.has(name))
  const between = edges.filter(({ from, to }) => !tissues.has(from) && !tissues.has(to))
  const { layerOf, back } = layers(main.map(({ name }) => name), between) // prettier-ignore
  const hanging = (name: string) => [...tissues].filter(([, centre]) => centre === name).map(([tissue]) => tissue)

  const forward = between.filter((edge) => !back.has(edge))
  const slots = ordered(main.map(({ name }) => name), forward, layerOf) // prettier-ignore
  const tall = (slot: string) =>
    slot.includes('→') ? 16 : BOX.height + (hanging(slot).length > 0 ? DROP + BOX.tissueHeight : 0)
  const names = slots[0]!.flatMap((slot) => entered.get(slot) ?? [])
  const margin = 44 + LETTER * Math.max(0, ...names.map((name) => routeInWords(name).length))
  const step = BOX.width + (slots.length > 5 ? GAP.many : GAP.few)
  const place = new Map<string, { x: number; y: number }>()
  const heights = slots.map((layer) => layer.reduce((sum, slot) => sum + tall(slot), 0) + ROW * (layer.length - 1))
  const height = Math.max(...heights)
  slots.forEach((layer, column) => {
    let y = TOP + (height - heights[column]!) / 2
    for (const slot of layer) {
      place.set(slot, { x: margin + column * step, y })
      y += tall(slot) + ROW
    }
  })

  const outputs = new Set(model.outputs.map(({ state }) => state))
  const boxes: Box[] = main.map(({ name, meaning, length }) => ({
    name, meaning, length, ...place.get(name)!, width: BOX.width, measured: outputs.has(name),
    routes: entered.get(name) ?? [], leaves: left.get(name) ?? [],
  })) // prettier-ignore
  const arrows: Arrow[] = [...arrowsBetween(between, back, layerOf, place)]
  for (const { name } of main) {
    const hung = hanging(name)
    hung.forEach((tissue, k) => {
      const centre = place.get(name)!
      const x = centre.x + (hung.length === 1 ? (BOX.width - BOX.tissue) / 2 : (k * (BOX.width - BOX.tissue)) / (hung.length - 1))
      const y = centre.y + BOX.height + DROP
      const { meaning } = states.find((one) => one.name === tissue)!
      boxes.push({ name: tissue, meaning, x, y, width: BOX.tissue, length: 1, measured: outputs.has(tissue), routes: [], leaves: left.get(tissue) ?? [] })
      const rates = edges.filter(({ from, to }) => from === tissue || to === tissue).map(({ rate }) => rate)
      arrows.push({ from: name, to: tissue, rate: shared(rates), kind: 'exchange', points: [[x + BOX.tissue / 2, centre.y + BOX.height], [x + BOX.tissue / 2, y]] })
    })
  } // prettier-ignore
  // Above the highest box only as much as what enters or leaves it needs.
  const up = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - HEAD)
  return {
    width: margin + (slots.length - 1) * step + BOX.width + 56,
    height: height + TOP + 16 - up,
    boxes: boxes.map((box) => ({ ...box, y: box.y - up })),
    arrows: arrows.map((arrow) => ({ ...arrow, points: arrow.points.map(([x, y]) => [x, y - up] as const) })),
  }
}

function arrowsBetween(
  edges: readonly Edge[],
  back: ReadonlySet<Edge>,
  layerOf: ReadonlyMap<string, number>,
  place: ReadonlyMap<string, { x: number; y: number }>,
): Arrow[] {
  const away = (name: string) => edges.filter((edge) => edge.from === name && !back.has(edge)).sort(byHeight)
  const there = (name: string) => edges.filter((edge) => edge.to === name && !back.has(edge)).sort(byOrigin)
  function byHeight(a: Edge, b: Edge) {
    return place.get(a.to)!.y - place.get(b.to)!.y
  }
  function byOrigin(a: Edge, b: Edge) {
    return place.get(a.from)!.y - place.get(b.from)!.y
  }
  const port = (all: readonly Edge[], edge: Edge) => (BOX.height * (all.indexOf(edge) + 1)) / (all.length + 1)
  return edges.map((edge) => {
    const { from, to, rate } = edge
    const [a, b] = [place.get(from)!, place.get(to)!]
    if (back.has(edge)) {
      // Out of the top when it stands lower than where it goes, out of the side when it does not.
      const y = b.y + 12
      const start = a.y > y + 8 ? [[a.x + 14, a.y], [a.x + 14, y]] as const : [[a.x, Math.max(y, a.y + 12)]] as const
      return { from, to, rate: readable(rate), kind: 'back' as const, points: [...start, [b.x + BOX.width, start[0][1] === a.y ? y : Math.max(y, a.y + 12)] as const] }
    }
    const passed = Array.from({ length: layerOf.get(to)! - layerOf.get(from)! - 1 }, (_, k) => place.get(`${from}→${to}@${layerOf.get(from)! + 1 + k}`)!)
    return {
      from, to, rate: readable(rate), kind: 'flow' as const,
      points: [
        [a.x + BOX.width, a.y + port(away(from), edge)] as const,
        ...passed.flatMap(({ x, y }) => [[x, y + 8], [x + BOX.width, y + 8]] as const),
        [b.x, b.y + port(there(to), edge)] as const,
      ],
    }
  }) // prettier-ignore
}

/** `Q2` of `Q2/V1` and `Q2/V2`. */
function shared(rates: readonly string[]): string {
  const symbols = rates.map((rate) => new Set(rate.match(/[A-Za-z]\w*/g)))
  const [first = new Set<string>(), ...others] = symbols
  return [...first].filter((one) => others.every((those) => those.has(one))).join('·')
}
