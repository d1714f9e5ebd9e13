import {
  antinociceptionOverWeights,
  antinociceptionParameters,
  occupancyAssumptions,
  occupancyBySource,
  type FullForecast,
} from '@anodyne/pharmacology'
import type { ReactElement } from 'react'
import { decimal, NBSP } from '../format/number.ts'

const percent = (fraction: number) => `${decimal(100 * fraction, 0)}${NBSP}%`

/** Beside the three further panels: what they take for granted, and how far the sources lie apart at the typical peak. */
export default function TakenForGranted({ forecast }: { readonly forecast: FullForecast }): ReactElement {
  const { peakKetamine } = forecast.summary
  const norketamine = Math.max(...forecast.norketamine.median)
  const { ebert1997, ebert1997WithNorketamine, salat2015 } = occupancyBySource(peakKetamine.median, norketamine)
  const { olofsen2022, simons2022 } = antinociceptionParameters
  const weighed = antinociceptionOverWeights(peakKetamine.median / 2, norketamine / 2, olofsen2022.value)
  return (
    <div className="small">
      <h4>What these three take for granted</h4>
      <ul>
        <li>
          No relation of receptor occupancy or of test pain to relief of chronic pain was found: neither is a sign of
          benefit, nor a reason for a higher dose.
        </li>
        <li>
          Receptors, at the typical peak: {percent(ebert1997)} as drawn; {percent(ebert1997WithNorketamine)} if
          norketamine counts; {percent(salat2015)} by another laboratory’s constant. The laboratories disagree
          four-fold.
        </li>
        {occupancyAssumptions.map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>
          Test pain, in healthy volunteers: half of the greatest at {decimal(olofsen2022.value, 0)}
          {NBSP}ng/mL of S-ketamine in one study (drawn) and at {decimal(simons2022.value, 0)}
          {NBSP}ng/mL in another (dotted). With norketamine weighed as studies allow, {percent(weighed.low)} to{' '}
          {percent(weighed.high)} at the typical peak.
        </li>
        <li>
          Pulse and pressure: no interval was printed for their slopes, so that their ribbons show what is not known of
          the levels only.
        </li>
      </ul>
    </div>
  )
}
