import { Refusal } from '../../../platform/refusal.ts'
import { ask, sitePage, type Web } from '../../../platform/web/web.ts'
import { getCertificate } from '../../register/get-certificate.ts'
import { CERTIFICATE_STATES } from '../../register/key-holder.ts'
import { listCertificates } from '../../register/list-certificates.ts'
import { listExpiring } from '../../register/list-expiring.ts'
import { certificateTabTexts } from '../../register/texts.ts'
import { getTrustAnchors } from '../../trust/get-trust-anchors.ts'
import { AnchorsPage } from './anchors.page.tsx'
import { CertificatePage } from './certificate.page.tsx'
import { certificateFormRoutes } from './forms.routes.tsx'
import { ANCHORS, CERTIFICATES, EXPIRING } from './frame.tsx'
import { levelsRoutes } from './levels.routes.tsx'
import { CertificatesPage, ExpiringPage, type Asked } from './list.page.tsx'
import { certificateTexts as t } from './texts.ts'

const KINDS = ['person', 'agency', 'citizen'] as const
const IS_ID = /^[0-9a-f-]{36}$/

/** The register of certificates for administrators: lists, one certificate, what can be done with it, roots. */
export async function certificatesRoutes(web: Web): Promise<void> {
  web.get<{ Querystring: Asked }>(CERTIFICATES, async (request, reply) => {
    const asked = request.query
    const { q = '', trang_thai, loai, don_vi = '', noi_giu, sau } = asked
    const state = CERTIFICATE_STATES.find((one) => one === trang_thai)
    const kind = KINDS.find((one) => one === loai)
    const found = await ask(request, listCertificates, {
      words: q.slice(0, 100),
      ...(state ? { state } : {}),
      ...(kind ? { kind } : {}),
      ...(IS_ID.test(don_vi) ? { unitId: don_vi } : {}),
      ...(noi_giu ? { signer: noi_giu.slice(0, 40) } : {}),
      ...(sau ? { after: sau } : {}),
    })
    const body = <CertificatesPage asked={asked} {...found} now={web.app.clock.now()} />
    return sitePage(request, reply, { site: 'workspace', title: t.title, current: CERTIFICATES, body })
  })

  web.get(EXPIRING, async (request, reply) => {
    const certificates = await ask(request, listExpiring, {})
    const body = <ExpiringPage certificates={certificates} now={web.app.clock.now()} />
    return sitePage(request, reply, {
      site: 'workspace',
      title: certificateTabTexts.expiring,
      current: CERTIFICATES,
      body,
    })
  })

  web.get(ANCHORS, async (request, reply) => {
    const body = <AnchorsPage anchors={await ask(request, getTrustAnchors, {})} />
    return sitePage(request, reply, { site: 'workspace', title: t.anchorsTitle, current: CERTIFICATES, body })
  })

  web.get<{ Params: { id: string }; Querystring: { xong?: string } }>(`${CERTIFICATES}/:id`, async (request, reply) => {
    const fingerprint = request.params.id
    if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new Refusal('platform.not-found')
    const certificate = await ask(request, getCertificate, { fingerprint })
    const isDone = request.query.xong !== undefined
    const body = <CertificatePage certificate={certificate} now={web.app.clock.now()} isDone={isDone} />
    return sitePage(request, reply, { site: 'workspace', title: t.title, current: CERTIFICATES, body })
  })

  await levelsRoutes(web)
  await certificateFormRoutes(web)
}
