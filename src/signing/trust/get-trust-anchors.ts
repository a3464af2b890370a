import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { seatTrust } from '../trust.ts'
import { anchorViews, type AnchorView } from './anchor.ts'
import { installedAnchors } from './installed.ts'

/** Every root this installation knows of and which of them it believes; what was installed meanwhile is believed from now on. */
export const getTrustAnchors = query({
  name: 'signing.get-trust-anchors',
  roles: ['administrator', 'supervisor', 'system'],
  input: Type.Object({}),
  async run(app): Promise<AnchorView[]> {
    const { settings, clock } = app
    await seatTrust(app)
    return anchorViews(await installedAnchors(settings.keyFolder), settings.mode, clock.now())
  },
})
