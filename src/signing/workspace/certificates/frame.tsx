import { Tabs } from '../../../ui/index.ts'
import type { TagTone } from '../../../ui/index.ts'
import type { CertificateState } from '../../register/key-holder.ts'
import { certificateTexts as t } from './texts.ts'

export const CERTIFICATES = '/quan-tri/chung-thu-so'
export const EXPIRING = `${CERTIFICATES}/sap-het-han`
export const LEVELS = `${CERTIFICATES}/muc-chu-ky`
export const ANCHORS = `${CERTIFICATES}/goc`

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

/** The lists of the register, each with its own address. */
export function CertificateTabs({ current }: { current: string }) {
  const tabs = [
    { href: CERTIFICATES, label: t.all },
    { href: EXPIRING, label: t.expiring },
    { href: LEVELS, label: t.levels },
    { href: ANCHORS, label: t.anchors },
  ]
  return <Tabs label={t.views} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />
}
