import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { reaction } from '../../platform/events.ts'
import { papersOf, shortPaperName } from '../../catalogue/index.ts'
import { filesByIds, keepInVault, typeName, usesFor } from '../../documents/index.ts'
import { applicantNumberGiven } from '../applicant-number/give-applicant-number.ts'
import { dossierReceived, type DossierEvent } from '../events.ts'
import { procedureOf } from '../known.ts'
import { componentsOfDossier, dossierById } from '../store.ts'
import { papersToKeep, proofOf, typeOfAccepted } from './accepted-papers.ts'
import { vaultOwnerOf } from './vault-owner.ts'

const KEEPER = { kind: 'system', name: 'dossiers.vault' } as const

/** What the desk accepted with a dossier goes into the applicant's vault (Thông tư 01/2023/TT-VPCP). */
export const keepAcceptedPapers = reaction(dossierReceived, 'dossiers.keep-accepted-papers', keep)
/** What was accepted while the applicant had no number. */
export const keepPapersOfNumbered = reaction(applicantNumberGiven, 'dossiers.keep-papers-of-numbered', keep)

async function keep(app: App, { dossierId }: DossierEvent): Promise<void> {
  const { db } = app
  const dossier = await dossierById(db, dossierId)
  // Without an identifier there is no vault; once the number is known the papers find it.
  const owner = dossier?.receivedAt ? vaultOwnerOf(dossier.applicant) : undefined
  if (!dossier || !owner) return
  const [procedure, components, uses] = await Promise.all([
    procedureOf(db, dossier.procedureVersionId),
    componentsOfDossier(db, dossierId),
    usesFor(db, `dossier:${dossierId}`),
  ])
  const ids = components.flatMap(({ files }) => files.map(({ fileId }) => fileId))
  const files = new Map((await filesByIds(db, ids)).map((file) => [file.id, file]))
  const fromVault = new Set(uses.map(({ componentCode }) => componentCode))
  const papers = papersToKeep(components, papersOf(procedure), files, fromVault).flatMap((accepted) => {
    const proof = proofOf(accepted, dossier)
    if (!proof) return []
    const typeCode = typeOfAccepted(accepted)
    return [
      {
        owner,
        typeCode,
        title: typeName(typeCode) ?? shortPaperName(accepted.paper.name),
        about: null,
        number: null,
        issuer: null,
        issuedOn: null,
        validFrom: null,
        fileIds: accepted.files.map(({ id }) => id),
        proof,
        verificationCode: null,
        source: `dossier:${dossierId}`,
        sourceCode: dossier.code,
        keeperUnitId: dossier.receivedByUnitId,
      },
    ]
  })
  if (papers.length > 0) await runAction(app, keepInVault, KEEPER, { papers })
}
