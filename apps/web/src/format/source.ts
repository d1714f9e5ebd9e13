/** A citation, cut so that its DOIs and addresses can be links. */
export interface Piece {
  readonly text: string
  readonly href?: string
}

const DOI = /\b(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/[^\s;,"'<>]+[^\s;,."'<>)])/gi

export function citation(source: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const hit of source.matchAll(DOI)) {
    if (hit.index > from) pieces.push({ text: source.slice(from, hit.index) })
    pieces.push({ text: `doi:${hit[1]}`, href: `https://doi.org/${hit[1]}` })
    from = hit.index + hit[0].length
  }
  if (from < source.length || pieces.length === 0) pieces.push({ text: source.slice(from) })
  return pieces
}
