import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse, type Reason } from '../../platform/refusal.ts'
import type { Settings } from '../../platform/settings.ts'
import { fingerprint, type Certificate } from '../crypto/certificate.ts'
import { saysDemo } from '../demo-mark.ts'
import { seatTrust } from '../trust.ts'
import { ANCHOR_ROWS, isRoot } from './anchor.ts'
import { certificatesOf, installAnchorFile } from './installed.ts'

type Asked = { as: string | null; expected: string; mode: Settings['mode']; now: Date }

/** A root is believed only after somebody has compared its fingerprint with what its owner publishes. */
export function whyNotInstall(certificate: Certificate, { as, expected, mode, now }: Asked): Reason | undefined {
  if (mode === 'production' && saysDemo(certificate)) return { code: 'signing.demo-certificate' }
  const row = ANCHOR_ROWS.find(({ code }) => code === as)
  if (as !== null && (!row || row.kind === 'test-root')) return { code: 'signing.anchor-unknown', facts: { code: as } }
  if (!certificate.isAuthority || now > certificate.notAfter) return { code: 'signing.anchor-unfit' }
  if (as !== null && !isRoot(certificate)) return { code: 'signing.anchor-unfit' }
  const found = fingerprint(certificate)
  return found === expected ? undefined : { code: 'signing.anchor-fingerprint', facts: { found } }
}

/** Puts a root, or an authority between, into the folder of those that are believed. */
export const installAnchor = errand({
  name: 'signing.install-anchor',
  roles: ['system'],
  input: Type.Object({
    bytes: Type.Unsafe<Buffer>({}),
    as: Type.Union([Type.String({ maxLength: 60 }), Type.Null()]),
    fingerprint: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    source: Type.String({ minLength: 5, maxLength: 500 }),
  }),
  async run(app, actor, { bytes, as, fingerprint: expected, source }) {
    const now = app.clock.now()
    const [certificate, ...more] = readOrRefuse(bytes)
    if (!certificate || more.length > 0) throw new Refusal('signing.anchor-unreadable')
    const { mode, keyFolder } = app.settings
    refuse(whyNotInstall(certificate, { as, expected, mode, now }))
    await runAction(app, noteAnchor, actor, { fingerprint: expected, as, source })
    await installAnchorFile(keyFolder, certificate, { as, source, addedAt: now.toISOString() })
    await seatTrust(app)
    return { name: certificate.subject.commonName, fingerprint: expected }
  },
})

function readOrRefuse(bytes: Buffer): Certificate[] {
  try {
    return certificatesOf(bytes)
  } catch {
    throw new Refusal('signing.anchor-unreadable')
  }
}

const noteAnchor = action({
  name: 'signing.note-anchor',
  roles: ['system'],
  input: Type.Object({
    fingerprint: Type.String(),
    as: Type.Union([Type.String(), Type.Null()]),
    source: Type.String(),
  }),
  run: async (ctx, _, { fingerprint: mark, ...facts }) => {
    ctx.journal({ subject: `trust:${mark}`, what: 'signing.anchor-installed', facts })
  },
})
