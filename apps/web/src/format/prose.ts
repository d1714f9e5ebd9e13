/** A sentence of the pathway, set for reading: dates with the month in letters, units as written in a clinic, no dose torn apart. */
import { day } from './date.ts'
import { NBSP } from './number.ts'

const ISO_DATE = /\b\d{4}-\d{2}-\d{2}\b(?!T)/g
/** "20 mg = 2 mL of 10 mg/mL" and the like. */
const DOSE = /\d[\d.,]*\s+mg\s+=\s+\d[\d.,]*\s+mL\s+of\s+\d[\d.,]*\s+mg\/mL/g
/** A number and the unit after it. */
const QUANTITY =
  /(\d)\s+(?=(?:mg|mL|kg|g|µg|mcg|ng|mmHg|mmol|U\/L|%|days?|d|h|min|weeks?|months?|years?|times)(?![\p{L}]))/gu

export function prose(text: string): string {
  return text
    .replaceAll('mm[Hg]', 'mmHg')
    .replaceAll('{1.73_m2}', '1.73\u00a0m²')
    .replace(ISO_DATE, (iso) => day(iso))
    .replace(DOSE, (dose) => dose.replace(/\s+/g, NBSP))
    .replace(QUANTITY, `$1${NBSP}`)
    .replaceAll('times a day', `times${NBSP}a${NBSP}day`)
}
