/** The default protocol as the pathway's type. For tests. */
import { defaultProtocol } from '@anodyne/evidence'
import type { Protocol } from '../protocol.ts'

export const protocol: Protocol = defaultProtocol as Protocol
