import { Refusal } from '../../platform/refusal.ts'
import { findPath } from '../crypto/certificate-path.ts'
import type { Trust } from '../crypto/certificate-path.ts'
import type { Certificate } from '../crypto/certificate.ts'
import type { RevocationSource, SignedAnswer } from '../revocation/certificate-status.ts'
import { statusAt, tellsOf } from '../revocation/evidence.ts'
import type { VerifyTrust } from '../verification/believe.ts'
import type { SecurityStore, ValidationData } from './security-store.ts'
import type { StampedItem } from './stamped-items.ts'

export type DataSources = { trust: VerifyTrust; revocation: RevocationSource }
type Need = { chain: Certificate[]; at: Date; since?: Date }

/**
 * What the file still lacks to be checked later: chains of signers and of their time stamps, and answers about each member.
 * `renewedSince`: the newest time stamp is asked about anew, so that its authority is known to be sound until now.
 * @throws Refusal `signing.revocation-unavailable`, `signing.renewal-too-late`
 */
export async function gatherData(
  items: StampedItem[],
  store: SecurityStore,
  { trust, revocation }: DataSources,
  { now, renewedSince }: { now: Date; renewedSince?: Date },
): Promise<ValidationData> {
  const stored = store.certificates.map(({ certificate }) => certificate)
  const known = store.answers.map((answer) => ({ ...answer, knownAt: now }))
  const needs = items.flatMap((item) => needsOf(item, { items, stored, trust, now }))
  if (renewedSince) needs.push(lastStamp(items, { stored, trust, now, since: renewedSince }))
  const answers = await Promise.all(
    needs.flatMap(({ chain, at, since }) =>
      pairsOf(chain).map(async ([certificate, issuer]): Promise<SignedAnswer[]> => {
        if (!since && statusAt(certificate, issuer, at, known)) return []
        const answer = await revocation.statusOf(certificate, issuer, since ? { since } : {})
        if (answer.status.state === 'unknown' || !tellsOf(answer, at)) {
          throw new Refusal('signing.revocation-unavailable', { certificate: certificate.subject.commonName })
        }
        return [{ kind: answer.kind, der: answer.der }]
      }),
    ),
  )
  return { certificates: needs.flatMap(({ chain }) => chain), answers: answers.flat() }
}

export const pairsOf = (chain: Certificate[]) =>
  chain.slice(0, -1).map((certificate, index) => [certificate, chain[index + 1] as Certificate] as const)

type Surroundings = { items: StampedItem[]; stored: Certificate[]; trust: VerifyTrust; now: Date }

export function needsOf(item: StampedItem, { items, stored, trust, now }: Surroundings): Need[] {
  const { signed, token, end } = item
  const needs: Need[] = []
  const add = (leaf: Certificate, others: Certificate[], believed: Trust, at: Date) => {
    const path = findPath(leaf, [...others, ...stored], believed, at)
    // Whom nobody here believes does not become believed by more data.
    if (path.trusted) needs.push({ chain: path.chain, at })
  }
  if (token) add(token.signer, token.certificates, trust.timestamps ?? trust, token.at)
  if (signed) {
    const covering = items.find((other) => !other.signed && other.end > end)
    add(signed.signer, signed.certificates, trust, token?.at ?? covering?.token?.at ?? now)
  }
  return needs
}

/** The proof that everything before existed in time; it must still hold when the next one takes over. */
function lastStamp(
  items: StampedItem[],
  { stored, trust, now, since }: Omit<Surroundings, 'items'> & { since: Date },
): Need {
  const token = items.findLast(({ signed }) => !signed)?.token
  const others = token ? [...token.certificates, ...stored] : stored
  const path = token && findPath(token.signer, others, trust.timestamps ?? trust, now)
  if (!path?.trusted) throw new Refusal('signing.renewal-too-late')
  return { chain: path.chain, at: now, since }
}
