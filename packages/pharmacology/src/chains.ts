/** Transit chains written out as compartments and flows: `T` of length 2 becomes T1 → T2 → exits, each left at 2/MTT. */
import type { Chain, Model } from './model.ts'

/** The same model without chains. A name of a chain means its first compartment. */
export function writeOutChains(model: Model): Model {
  const { chains = [], ...rest } = model
  if (chains.length === 0) return model
  const names = new Set(chains.map(({ name }) => name))
  const enter = (name: string): string => (names.has(name) ? `${name}1` : name)
  return {
    ...rest,
    states: [...model.states, ...chains.flatMap(compartments)],
    flows: [
      ...model.flows.map((flow) => (flow.to === undefined ? flow : { ...flow, to: enter(flow.to) })),
      ...chains.flatMap((chain) => flows(chain, enter)),
    ],
    routes: Object.fromEntries(
      Object.entries(model.routes).map(([route, parts]) => [
        route,
        parts.map((part) => ({ ...part, into: enter(part.into) })),
      ]),
    ),
  }
}

const compartments = ({ name, meaning, unit, length }: Chain) =>
  Array.from({ length }, (_, i) => ({ name: `${name}${i + 1}`, meaning: `${meaning}, ${i + 1} of ${length}`, unit }))

function flows({ name, length, meanTransitTime, exits }: Chain, enter: (name: string) => string) {
  const rate = `${length}/(${meanTransitTime})`
  return [
    ...Array.from({ length: length - 1 }, (_, i) => ({ from: `${name}${i + 1}`, to: `${name}${i + 2}`, rate })),
    ...exits.map(({ to, fraction }) => ({
      from: `${name}${length}`,
      ...(to === undefined ? {} : { to: enter(to) }),
      rate: `${rate}*(${fraction})`,
    })),
  ]
}
