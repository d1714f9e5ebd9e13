import type { Model } from '@anodyne/pharmacology'
import type { ReactElement } from 'react'
import { BOX, layout, longRates, readable, type Arrow, type Box } from './layout.ts'
import { routeInWords } from './route-words.ts'

/** The model as boxes and arrows, laid out from its data, and the same in words for who does not see it. */
export function Diagram({ model }: { readonly model: Model }): ReactElement {
  const drawn = layout(model)
  const { width, height, boxes, arrows } = drawn
  const long = longRates(drawn)
  const short = (rate: string) => long.get(rate) ?? rate
  return (
    <>
      <div className="scroll diagram" tabIndex={0} role="region" aria-label="Diagram of the model">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          style={{ minWidth: Math.min(width, 1180) }}
          role="img"
          aria-label={`${model.title}: ${boxes.length} compartments; the list below says the same in words`}
        >
          <defs>
            <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
              <path d="M0 .8 7.2 4 0 7.2z" />
            </marker>
          </defs>
          {arrows.map((arrow) => (
            <ArrowLine key={`${arrow.kind} ${arrow.from} ${arrow.to} ${arrow.rate}`} arrow={{ ...arrow, rate: short(arrow.rate) }} />
          ))}
          {boxes.map((box) => (
            <Compartment key={box.name} box={{ ...box, leaves: box.leaves.map(short) }} />
          ))}
        </svg>
      </div>
      <p className="quiet">
        Each box is a place that holds drug. Thick frame: measured in blood. Coloured arrow: a dose by that route. Arrow that ends
        outside: leaves the body. Below a box: tissue that exchanges with it. On an arrow: its rate.
      </p>
      {long.size > 0 && (
        <dl className="rates" aria-label="Rates that are numbered in the diagram">
          {[...long].map(([rate, name]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{rate}</dd>
            </div>
          ))}
        </dl>
      )}
      <details>
        <summary>The same in words: {model.flows.length} flows</summary>
        <ul className="flows">
          {model.states.map(({ name, meaning }) => (
            <li key={name}>
              <code>{name}</code> {meaning}
            </li>
          ))}
          {(model.chains ?? []).map(({ name, meaning, length, meanTransitTime, exits }) => (
            <li key={name}>
              <code>{name}</code> {meaning}: {length} in a row, each left at {length}/{meanTransitTime}; then{' '}
              {exits.map(({ to, fraction }) => `${readable(fraction)} to ${to ?? 'outside the body'}`).join(', ')}
            </li>
          ))}
          {model.flows.map(({ from, to, rate }) => (
            <li key={`${from} ${to} ${rate}`}>
              <code>{from}</code> → <code>{to ?? 'out'}</code> at {readable(rate)}
            </li>
          ))}
          {Object.entries(model.routes).map(([route, parts]) => (
            <li key={route}>
              Dose {routeInWords(route)} (<code>{route}</code>):{' '}
              {parts
                .map(({ into, fraction, lag, duration }) =>
                  [`${readable(fraction)} of the dose into ${into}`, ...(lag === undefined ? [] : [`after ${lag}`]), ...(duration === undefined ? [] : [`over ${duration === 'given' ? 'the infusion' : readable(duration)}`])].join(' '),
                )
                .join('; ')}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
} // prettier-ignore

function Compartment({ box }: { readonly box: Box }): ReactElement {
  const { name, meaning, x, y, width, length, measured, routes, leaves } = box
  const tissue = width === BOX.tissue
  const high = tissue ? BOX.tissueHeight : BOX.height
  const words = tissue ? [(meaning.split(', ').at(-1) ?? meaning).replace(/(?<=.) tissue$/, '')] : twoLines(meaning)
  const first = !routes.includes('iv') && routes.length > 0
  return (
    <g data-state={name}>
      <title>{meaning}</title>
      {length > 1 && <rect className="box behind" x={x + 5} y={y - 5} width={width} height={high} rx="4" />}
      <rect className={measured ? 'box measured' : 'box'} x={x} y={y} width={width} height={high} rx="4" />
      <text className="symbol" x={x + 10} y={y + (tissue ? 17 : 19)}>
        {name}
        {length > 1 ? ` × ${length}` : ''}
      </text>
      {words.map((line, k) => (
        <text key={line} className="meaning" x={x + 10} y={y + (tissue ? 32 : 35) + k * 14}>
          {line}
        </text>
      ))}
      {routes.length > 0 && first && (
        <>
          <path className="line route" d={`M${x - 28} ${y + high / 2}H${x - 1}`} markerEnd="url(#tip)" />
          {routes.map((route, k) => (
            <text key={route} className="route" textAnchor="end" x={x - 34} y={y + high / 2 + 4 + (k - (routes.length - 1) / 2) * 15}>
              {routeInWords(route)}
            </text>
          ))}
        </>
      )}
      {routes.length > 0 && !first && (
        <>
          <path className="line route" d={`M${x + 24} ${y - 24}V${y - 1}`} markerEnd="url(#tip)" />
          <text className="route" x={x + 20} y={y - 30}>
            {routes.map(routeInWords).join(', ')}
          </text>
        </>
      )}
      {leaves.length > 0 && (
        <>
          <path className="line" d={`M${x + width - 22} ${y}V${y - 23}`} markerEnd="url(#tip)" />
          <text className="rate" textAnchor={first ? 'end' : 'start'} x={x + width - (first ? 28 : 16)} y={y - 12}>
            {leaves.join(' + ')}
          </text>
        </>
      )}
    </g>
  )
} // prettier-ignore

function ArrowLine({ arrow }: { readonly arrow: Arrow }): ReactElement {
  const { kind, points, rate } = arrow
  const [first, second = first] = points
  const last = points.at(-1)
  if (!first || !second || !last) return <g />
  if (kind === 'exchange')
    return (
      <g>
        <path className="line" d={`M${first[0]} ${first[1] + 2}V${last[1] - 2}`} markerStart="url(#tip)" markerEnd="url(#tip)" />
        <text className="rate" x={first[0] + 6} y={(first[1] + last[1]) / 2 + 4}>
          {rate}
        </text>
      </g>
    ) // prettier-ignore
  if (kind === 'back')
    return (
      <g>
        <path className="line back" d={`M${points.map((point) => point.join(' ')).join('L')}`} markerEnd="url(#tip)" />
        <text className="rate" textAnchor="middle" x={(second[0] + last[0]) / 2} y={last[1] - 6}>
          {rate}
        </text>
      </g>
    ) // prettier-ignore
  const bend = (a: readonly [number, number], b: readonly [number, number]) => {
    const middle = (a[0] + b[0]) / 2
    return `C${middle} ${a[1]} ${middle} ${b[1]} ${b[0]} ${b[1]}`
  }
  const path = points.slice(1).map((point, k) => bend(points[k]!, point)).join('') // prettier-ignore
  return (
    <g>
      <path className="line" d={`M${first[0]} ${first[1]}${path.replace(/[\d.]+ [\d.]+$/, `${last[0] - 1} ${last[1]}`)}`} markerEnd="url(#tip)" />
      <text className="rate" textAnchor="middle" x={(first[0] + second[0]) / 2} y={(first[1] + second[1]) / 2 - 6}>
        {rate === '1' ? '' : rate}
      </text>
    </g>
  ) // prettier-ignore
}

/** At most two lines of about 22 letters; what is longer is in the list of flows. */
function twoLines(text: string): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + word.length > 21) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.length > 2 ? [lines[0] ?? '', `${lines[1] ?? ''} …`] : lines
}
