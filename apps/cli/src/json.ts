/** JSON, or a refusal that says where it ends making sense. */
import { Refusal } from './refusal.ts'

export function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Refusal(
      `${name} is not JSON: ${cause instanceof Error ? cause.message : 'it cannot be parsed'}; expected a JSON object`,
    )
  }
}
