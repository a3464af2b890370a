import { act, attempt, refusalText, type WebRequest } from '../../platform/web/web.ts'
import { linkVaultPaper, saveDraftPage, type Draft } from '../../dossiers/index.ts'
import { paperPage, type Reception } from '../reception.ts'
import { choiceBox } from './keep-reception.ts'
import { NO_ERRORS, type PageErrors } from './page-errors.ts'

/** The button `kho:<number of the paper>:<entry>`: takes a paper of the person's vault; what stands in the way, if anything. */
export async function takeFromVault(
  request: WebRequest,
  { papers }: Reception,
  { resumeCode }: Draft,
  command: string,
): Promise<PageErrors | undefined> {
  const [, no = '', entryId = ''] = command.split(':')
  const paper = papers.find((one) => String(one.no) === no)
  // Pressed twice: it is there already.
  if (!paper || [...(paper.fromVault?.values() ?? [])].includes(entryId)) return undefined
  const linked = await attempt(() => act(request, linkVaultPaper, { resumeCode, componentCode: paper.code, entryId }))
  if (!linked.ok) return { ...NO_ERRORS, boxes: { [choiceBox(paper)]: refusalText(request, linked.refusal) } }
  await act(request, saveDraftPage, { resumeCode, page: paperPage(paper.no), answers: { form: 'electronic' } })
  return undefined
}
