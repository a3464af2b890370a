import { attempt, sitePage, type WebReply, type WebRequest } from '../../../platform/web/web.ts'
import { filingTexts as words } from '../texts.ts'
import { GonePage } from './gone.page.tsx'
import { openFiling, type Filing } from './open-filing.ts'

export const CURRENT = '/ho-so'

export type ByResume = { Params: { resume: string } }

/** Opens a half-done form and goes on with it; one that is not there gets a page that says so. */
export async function withFiling(
  request: WebRequest,
  reply: WebReply,
  resume: string,
  goOn: (filing: Filing) => Promise<WebReply>,
): Promise<WebReply> {
  const opened = await attempt(() => openFiling(request, resume))
  if (opened.ok) return goOn(opened.result)
  if (opened.refusal.code !== 'dossiers.draft-not-found') throw opened.refusal
  const body = <GonePage resumeCode={resume.slice(0, 12)} />
  return sitePage(request, reply, { site: 'portal', title: words.gone, body, current: CURRENT, status: 404 })
}
