/** How far a study is, on stderr: one line that is written over on a terminal, and a line every tenth elsewhere. */
import type { Progress } from '@anodyne/pharmacology'

/** Writes to stderr. */
export interface Tell {
  (text: string): void
  readonly isTerminal: boolean
}

export function progressLine(tell: Tell): { show: (progress: Progress) => void; end: () => void } {
  let told = -1
  const percent = ({ done, of }: Progress) => Math.floor((100 * done) / of)
  const words = ({ done, of }: Progress) => `${done} of ${of} virtual patients (${percent({ done, of })} %)`
  return {
    show(progress) {
      if (tell.isTerminal) tell(`\r\u001b[K${words(progress)}`)
      else if (Math.floor(percent(progress) / 10) > told) {
        told = Math.floor(percent(progress) / 10)
        tell(`${words(progress)}\n`)
      }
    },
    end() {
      if (tell.isTerminal) tell('\r\u001b[K')
    },
  }
}
