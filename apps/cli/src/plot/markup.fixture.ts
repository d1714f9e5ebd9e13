/** Reads XML strictly, as a browser reads a file of SVG: what is not well-formed throws. */
export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
  /** Own text, and that of all within. */
  readonly text: string
}

interface Open {
  name: string
  attributes: Record<string, string>
  children: Node[]
  text: string
}

const NAME = String.raw`[A-Za-z][\w:.-]*`
const TAG = new RegExp(String.raw`^<(/?)(${NAME})((?:\s+${NAME}="[^"<]*")*)\s*(/?)>`)

export function parseXml(source: string): Node {
  const root: Open = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let rest = source.trim()
  while (rest !== '') {
    const inside = open.at(-1)!
    if (!rest.startsWith('<')) {
      const words = /^[^<]+/.exec(rest)![0]
      for (const one of open) one.text += characters(words)
      rest = rest.slice(words.length)
      continue
    }
    const tag = TAG.exec(rest)
    if (!tag) throw new Error(`not well-formed: ${rest.slice(0, 80)}`)
    const [all, closing, name, given, empty] = tag as unknown as [string, string, string, string, string]
    rest = rest.slice(all.length)
    if (closing) {
      if (inside.name !== name) throw new Error(`</${name}> closes <${inside.name}>`)
      open.pop()
      continue
    }
    const node: Open = { name, attributes: attributesOf(given), children: [], text: '' }
    inside.children.push(node)
    if (!empty) open.push(node)
  }
  const [only, ...more] = root.children
  if (open.length !== 1 || !only || more.length > 0) throw new Error('not one whole element')
  return only
}

function attributesOf(given: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name, value] of given.matchAll(new RegExp(`(${NAME})="([^"]*)"`, 'g'))) {
    if (name! in found) throw new Error(`${name} twice`)
    found[name!] = characters(value!)
  }
  return found
}

const KNOWN: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
function characters(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) throw new Error('a control character')
  return text.replace(/&([^;\s]*);?/g, (all, name: string) => {
    if (/^#\d+$/.test(name)) return String.fromCodePoint(Number(name.slice(1)))
    if (!all.endsWith(';') || !KNOWN[name]) throw new Error(`unknown entity ${all}`)
    return KNOWN[name]
  })
}

/** The element and all within. */
export const within = (node: Node): readonly Node[] => [node, ...node.children.flatMap(within)]
