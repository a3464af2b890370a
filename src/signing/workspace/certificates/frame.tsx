import type { TagTone } from '../../../ui/index.ts'
import type { CertificateState } from '../../register/key-holder.ts'

export { ANCHORS, CERTIFICATES, CertificateTabs, EXPIRING, LEVELS, LINK_KEY } from '../../register/certificate-tabs.tsx'

export const stateTone: Record<CertificateState, TagTone> = {
  'in-force': 'ok',
  expiring: 'soon',
  'handing-over': 'soon',
  'not-yet': 'outline',
  expired: 'late',
  revoked: 'late',
  suspended: 'hold',
  'unit-merged': 'late',
  replaced: 'plain',
  withdrawn: 'plain',
}
