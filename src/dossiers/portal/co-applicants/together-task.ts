import { ask } from '../../../platform/web/web.ts'
import { getTogether } from '../../co-applicants/get-invitation.ts'
import { togetherTexts as words } from '../../co-applicants/texts.ts'
import type { FilingStep } from '../filing-step.ts'

/** The place in the list where those who apply together are named; nothing where one person alone applies. */
export const togetherTask: FilingStep = async (request, draft) => {
  // Who helps names nobody: the person does, on a device of their own.
  if (request.actor.kind !== 'citizen') return undefined
  const { people, rule } = await ask(request, getTogether, { resumeCode: draft.resumeCode })
  if (rule === 'refused') return undefined
  const agreed = people.filter(({ answer }) => answer === 'agreed').length
  const isDone = people.length > 0 && agreed === people.length
  return {
    title: words.title,
    href: `/bai-khai/${draft.resumeCode}/cung-dung-ten`,
    state: isDone ? 'done' : people.length > 0 || rule === 'demanded' ? 'current' : 'todo',
    note: people.length === 0 ? words.taskNobody : words.taskCount(agreed, people.length),
    ...(people.length === 0 && rule === 'allowed' ? { status: words.optionalTask } : {}),
  }
}
