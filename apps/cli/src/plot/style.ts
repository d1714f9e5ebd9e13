/**
 * Ink of the plots. Blues of one hue for what is simulated, black for what was observed, and for every judgement a shape besides the
 * colour. Hues are those of Okabe & Ito, told apart with any colour vision; darkness alone tells them apart in grey print.
 */
export const ink = {
  paper: '#ffffff',
  text: '#1a1a1a',
  soft: '#595959',
  rule: '#d9d9d9',
  axis: '#737373',
  band90: '#d3e4f1',
  band50: '#9cc3e0',
  median: '#0b4a7d',
  /** Uncertainty is not spread: another hue, and dashed where it lies over spread. */
  doubt: '#f2c38f',
  doubtEdge: '#a85500',
  observed: '#1a1a1a',
  pass: '#0b4a7d',
  miss: '#a85500',
  fail: '#b0003a',
} as const

/** Faces that journals take, and what every system has in their place. */
export const FONT = "'Source Sans 3', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif"

export const size = { title: 17, text: 12.5, small: 11 } as const

/** px of the whole drawing; 180 mm in print, two columns of a page. */
export const WIDTH = 720
export const MARGIN = 16
