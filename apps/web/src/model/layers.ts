/** Which compartment stands in which layer of a drawing, in which order, and which hang under another as its tissue. */

export interface Edge {
  readonly from: string
  readonly to: string
  readonly rate: string
}

/** States that only exchange with one other: tissue → the compartment it hangs on. */
export function tissuesOf(names: readonly string[], edges: readonly Edge[], entered: ReadonlyMap<string, unknown>): Map<string, string> {
  const found = new Map<string, string>()
  for (const name of names) {
    const there = new Set(edges.filter(({ to }) => to === name).map(({ from }) => from))
    const away = new Set(edges.filter(({ from }) => from === name).map(({ to }) => to))
    const [centre] = there
    if (entered.has(name) || there.size !== 1 || away.size !== 1 || !away.has(centre!)) continue
    if (!found.has(centre!)) found.set(name, centre!)
  }
  return found
} // prettier-ignore

/** Longest way from an input; an edge that would go backwards is kept apart. */
export function layers(names: readonly string[], edges: readonly Edge[]) {
  const back = new Set<Edge>()
  const seen = new Map<string, 'open' | 'done'>()
  const visit = (name: string): void => {
    seen.set(name, 'open')
    for (const edge of edges.filter(({ from }) => from === name)) {
      const state = seen.get(edge.to)
      if (state === 'open') back.add(edge)
      else if (state === undefined) visit(edge.to)
    }
    seen.set(name, 'done')
  }
  const fed = new Set(edges.map(({ to }) => to))
  for (const name of [...names.filter((one) => !fed.has(one)), ...names]) if (!seen.has(name)) visit(name)
  const layerOf = new Map(names.map((name) => [name, 0]))
  for (let round = 0; round < names.length; round++)
    for (const { from, to } of edges.filter((edge) => !back.has(edge)))
      layerOf.set(to, Math.max(layerOf.get(to)!, layerOf.get(from)! + 1))
  return { layerOf, back }
}

/** Slots of each layer from top to bottom: boxes, and for an arrow that passes a layer a place to pass, `from→to`. */
export function ordered(names: readonly string[], edges: readonly Edge[], layerOf: ReadonlyMap<string, number>): string[][] {
  const count = Math.max(...layerOf.values()) + 1
  const slots: string[][] = Array.from({ length: count }, (_, layer) => names.filter((name) => layerOf.get(name) === layer))
  const feeding = new Map<string, string[]>()
  const feed = (slot: string, by: string) => feeding.set(slot, [...(feeding.get(slot) ?? []), by])
  for (const { from, to } of edges) {
    const [first, last] = [layerOf.get(from)!, layerOf.get(to)!]
    const passed = Array.from({ length: last - first - 1 }, (_, k) => `${from}→${to}@${first + 1 + k}`)
    passed.forEach((slot, k) => {
      if (!slots[first + 1 + k]!.includes(slot)) slots[first + 1 + k]!.push(slot)
      feed(slot, passed[k - 1] ?? from)
    })
    feed(to, passed.at(-1) ?? from)
  }
  for (let layer = 1; layer < count; layer++) {
    const rank = new Map(slots[layer - 1]!.map((slot, k) => [slot, k]))
    const mean = (slot: string) => {
      const by = (feeding.get(slot) ?? []).map((one) => rank.get(one)).filter((one) => one !== undefined)
      return by.length === 0 ? 99 : by.reduce((a, b) => a + b, 0) / by.length
    }
    slots[layer]!.sort((a, b) => mean(a) - mean(b))
  }
  return slots
} // prettier-ignore
