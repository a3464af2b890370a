import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DraftCoApplicant } from './co-applicant.ts'

/** Made anew from the secret of the system whenever it is shown or checked, so it is stored nowhere as such. */
export function linkToken(secret: string, { id, linkNo }: Pick<DraftCoApplicant, 'id' | 'linkNo'>): string {
  return createHmac('sha256', secret).update(`co-applicant ${id} ${linkNo}`).digest('base64url')
}

export function isToken(secret: string, person: Pick<DraftCoApplicant, 'id' | 'linkNo'>, token: string): boolean {
  const [given, own] = [Buffer.from(token), Buffer.from(linkToken(secret, person))]
  return given.length === own.length && timingSafeEqual(given, own)
}

/** Where the link leads. Whoever opened it before goes straight to what they are asked. */
export function invitationPath(secret: string, person: Pick<DraftCoApplicant, 'id' | 'linkNo' | 'citizenId'>): string {
  return person.citizenId === null
    ? `/cung-dung-ten/loi-moi/${person.id}/${linkToken(secret, person)}`
    : requestPath(person)
}

export function requestPath({ id }: Pick<DraftCoApplicant, 'id'>): string {
  return `/cung-dung-ten/${id}`
}
