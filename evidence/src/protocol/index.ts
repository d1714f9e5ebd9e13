/**
 * The default protocol: every limit with its source and basis. It is unsigned, so nothing that rests on it is approved
 * for care until a clinic's clinical lead signs it (or the clinic's own).
 */
import dosing from './dosing.json' with { type: 'json' }
import eligibility from './eligibility.json' with { type: 'json' }
import interactions from './interactions.json' with { type: 'json' }
import monitoring from './monitoring.json' with { type: 'json' }
import phases from './phases.json' with { type: 'json' }
import supplyTaper from './supply-taper.json' with { type: 'json' }
import titration from './titration.json' with { type: 'json' }
import trials from './trials.json' with { type: 'json' }

export const defaultProtocol = {
  id: 'anodyne-default',
  version: '0.1.0',
  title: 'Anodyne default protocol, oral racemic ketamine 10 mg/mL, adult outpatients',
  limits: {
    ...eligibility,
    ...interactions,
    ...dosing,
    ...titration,
    ...monitoring,
    ...trials,
    ...supplyTaper,
    ...phases,
  },
}
