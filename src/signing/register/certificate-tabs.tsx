import { Tabs } from '../../ui/index.ts'
import { certificateTabTexts as t } from './texts.ts'

export const CERTIFICATES = '/quan-tri/chung-thu-so'
export const EXPIRING = `${CERTIFICATES}/sap-het-han`
/** Where a key of a device or service is given to its holder. */
export const LINK_KEY = `${CERTIFICATES}/gan-khoa`
/** Shown by the module that has papers waiting. */
export const WAITING_PAPERS = `${CERTIFICATES}/cho-moi`
export const LEVELS = `${CERTIFICATES}/muc-chu-ky`
/** Shown by the module that issues documents. */
export const RENEWALS = `${CERTIFICATES}/gia-han`
export const ANCHORS = `${CERTIFICATES}/goc`

/** The lists of the register, each with its own address. */
export function CertificateTabs({ current }: { current: string }) {
  const tabs = [
    { href: CERTIFICATES, label: t.all },
    { href: EXPIRING, label: t.expiring },
    { href: WAITING_PAPERS, label: t.waiting },
    { href: LEVELS, label: t.levels },
    { href: RENEWALS, label: t.renewals },
    { href: ANCHORS, label: t.anchors },
  ]
  return <Tabs label={t.views} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />
}
