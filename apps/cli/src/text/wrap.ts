/** Lines of at most `width` columns, broken at spaces; a number is never parted from its unit. */
export function wrap(text: string, width: number): string[] {
  return lines(keepTogether(text), width, width)
}

/** The same behind `first`; the other lines stand under it, or under its beginning where it is long. */
export function hang(first: string, text: string, width: number): string[] {
  const margin = first.length - first.trimStart().length
  const isLong = first.length > LONG
  const indent = isLong ? margin + 4 : first.length
  const label = isLong ? NBSP.repeat(margin) + first.slice(margin) : first.replaceAll(' ', NBSP)
  const words = label + keepTogether(text)
  return lines(words, width, width - indent).map((line, i) => (i === 0 ? line : ' '.repeat(indent) + line))
}

const NBSP = '\u00a0'
/** Columns of a label beyond which a paragraph no longer stands under its end. */
const LONG = 20

const units = String.raw`(?:mg|mL|ng|kg|g|h|min|d|days?|months?|years?|%|mm\[Hg\]|mmHg|U|umol|µmol|MME)`
const quantity = new RegExp(String.raw`(?<=\d) (?=${units}(?:[/.,;:)]|\s|$))`, 'g')

/** "10 mg" and "10 mg/mL" stay on one line: a dose broken across lines is a dose misread. */
function keepTogether(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(quantity, NBSP)
}

function lines(text: string, firstWidth: number, otherWidth: number): string[] {
  const done: string[] = []
  let line = ''
  const width = () => (done.length === 0 ? firstWidth : otherWidth)
  for (const word of text.split(' ')) {
    if (word === '') continue
    if (line !== '' && line.length + 1 + word.length > width()) {
      done.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
    // A word longer than the line (a path, a hash) is cut rather than run over the edge.
    while (line.length > width()) {
      const here = width()
      done.push(line.slice(0, here))
      line = line.slice(here)
    }
  }
  if (line !== '' || done.length === 0) done.push(line)
  return done.map((l) => l.replaceAll(NBSP, ' '))
}
