/** What a course leaves unsaid of how it is taken, and what is taken for it: a forecast that is silent would be read as for any product. */
import type { Regimen } from '../regimen.ts'
import { knowledgeOf } from './model-route.ts'

/** Each once; of a dose held in the mouth also what the bands leave out. Nothing of an injection: it is one, and all of it goes in. */
export function unstatedNotes(regimen: Regimen): readonly string[] {
  const notes = regimen.flatMap((course) => {
    const { route, formulation, retention } = course
    if (route === 'iv') return []
    const held = route !== 'oral'
    return [
      ...(formulation === undefined ? [`${route}: ${knowledgeOf({ route }).reason}`] : []),
      ...(held && retention === undefined
        ? [`${route}: not stated whether what is left is swallowed or spat out: taken as swallowed`]
        : []),
      ...(held ? [`${route}: differences from dose to dose are not drawn, so peaks vary more than shown`] : []),
    ]
  })
  return [...new Set(notes)]
}
