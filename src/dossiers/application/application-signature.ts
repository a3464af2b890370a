import { formatDateTime } from '../../platform/dates.ts'
import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import type { Anchor } from '../../platform/pdf.ts'
import { Refusal, refusalSentence as fill } from '../../platform/refusal.ts'
import { rectAt, remoteKeyRef, signersPort, type SigningPurpose } from '../../signing/index.ts'
import { completeApplication } from './complete-signature.ts'
import { applicationTexts as texts } from './paper.texts.ts'

/** Trust services where a citizen may hold a key under their personal number. */
export const CITIZEN_SIGNERS = ['smartca', 'mysign'] as const
export type CitizenSigner = (typeof CITIZEN_SIGNERS)[number]

/** Those this installation is connected to. */
export function citizenSigners({ ports }: Pick<App, 'ports'>): CitizenSigner[] {
  const known = ports.get(signersPort).all()
  return CITIZEN_SIGNERS.filter((signer) => known.some(({ name }) => name === signer))
}

/** Kept while its holder is asked on their telephone. */
export type ApplicationContext = {
  draftCode: string
  /** Who signs: nobody named, its filer. */
  personId: string | null
  /** The paper it goes over: with every signature before it. */
  fileId: string
  place: Anchor
  procedureName: string
  fullName: string
}

/** The signature on the application of its filer, and of everybody who applies with them. */
export const applicationSignature = {
  name: 'application-signature',
  listPath: ({ draftCode, personId }) =>
    personId === null ? `/bai-khai/${draftCode}/kiem-tra` : `/cung-dung-ten/${personId}`,
  look: async (app, { context: { place, procedureName, fullName, draftCode, personId } }) => ({
    title: `${fill(texts.shown, { title: texts.title, procedure: procedureName })} · ${draftCode}`,
    field: { name: fieldName(personId), page: place.page, rect: rectAt(place) },
    appearance: {
      text: {
        lines: [
          fill(texts.signedBy, { name: fullName }),
          fill(texts.signedOn, { time: formatDateTime(app.clock.now()) }),
        ],
        size: 9,
        colour: 'blue',
      },
    },
    reason: texts.title,
  }),
  keep: (app, by, { id: requestId, context }, { pdf: bytes, report }) => {
    const last = report.signatures.at(-1)
    if (!last) throw new Error('a signed application has a signature')
    const { commonName: signerName, fingerprint, userId } = last.signer
    const signed = { signerName, fingerprint, userId, signedAt: last.signedAt ?? app.clock.now() }
    return runAction(app, completeApplication, by, { requestId, context, bytes, signed })
  },
} satisfies SigningPurpose<ApplicationContext>

function fieldName(personId: string | null): string {
  return personId === null ? 'nguoi-lam-don' : `nguoi-cung-dung-ten-${personId}`
}

/** The key of a citizen at a service. Who has none there chooses another way: no administrator of ours gives one to citizens. */
export async function keyOfCitizen(
  app: App,
  signer: CitizenSigner,
  personalId: string,
): Promise<{ keyRef: string; chain: Uint8Array[] }> {
  const keyRef = remoteKeyRef(signer, personalId)
  try {
    return { keyRef, chain: await app.ports.get(signersPort).named(signer).certificateChain(keyRef) }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'signing.key-unknown')
      throw new Refusal('dossiers.no-certificate-there')
    throw error
  }
}
