import { copySeal } from './copies/seal-copy.ts'
import { copySignature } from './copies/sign-copy.ts'
import { countReceived } from './count-reception.ts'

export { parseCardText, type CardText } from './card-text.ts'
export { copyNumber, type CertifiedCopy, type CopyState } from './copies/certified-copy.ts'
export { certifiedSources, sealedCopies } from './copies/store.ts'
export { dropCopy } from './copies/drop-copy.ts'
export { getCopyFile, listCopies, listCopyRegister, type CopyRegister, type ListedCopy } from './copies/list-copies.ts'
export { knownCopy } from './copies/known-copy.ts'
export { sealCopy } from './copies/seal-copy.ts'
export { signCopy } from './copies/sign-copy.ts'
export { countReception } from './count-reception.ts'
export { getGuidanceFile } from './get-guidance-file.ts'
export { giveGuidance } from './give-guidance.ts'
export type { Guidance, GuidanceItem } from './guidance.ts'
export { deskRefusals } from './texts.ts'

/** What the desk has signed. */
export const deskPurposes = [copySignature, copySeal] as const

export const deskReactions = [countReceived]
