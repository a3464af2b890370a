import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { officerOf } from '../../platform/acting.ts'
import type { Actor } from '../../platform/actor.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { openCitizenAccount, rememberCitizen } from '../../identity/index.ts'
import { beginDraft } from '../drafts/start-draft.ts'
import { helpCode, helpRulesAt, isHelpCode, minutesAfter, whyNotConfirm, type Help } from './help.ts'
import { HELPERS } from './open-help.ts'
import { helpForUpdate, noteHelpStep, saveHelp } from './store.ts'

const HelpId = Type.String({ format: 'uuid' })

/** The half-done form it is about, or how many tries are left. */
export type Confirmed = { resumeCode: string } | { wrong: true; left: number }

/** The helped person reads the code aloud. A wrong one is an answer and no refusal: it has to be counted. */
export const confirmHelp = action({
  name: 'dossiers.confirm-help',
  roles: [...HELPERS],
  input: Type.Object({ helpId: HelpId, code: Type.String({ maxLength: 20 }) }),
  async run(ctx, actor, { helpId, code }): Promise<Confirmed> {
    const help = await ownHelp(ctx, actor, helpId)
    refuse(whyNotConfirm(help, ctx.now))
    if (help.phone === null) throw new Refusal('dossiers.help-no-phone')
    if (isHelpCode(code, helpCode(ctx.settings.secret, help))) return agree(ctx, help, 'code')
    const tries = help.tries + 1
    const left = helpRulesAt(ctx.now).codeTries - tries
    await saveHelp(ctx.db, { ...help, tries, ...(left <= 0 && { endedAt: ctx.now, endedBy: 'tries' as const }) })
    ctx.journal({ subject: `help:${help.id}`, what: 'dossiers.help-code-wrong', facts: { tries } })
    return { wrong: true, left: Math.max(0, left) }
  },
})

/** The helped person stands at the desk and showed their identity card to the officer. */
export const confirmHelpByPaper = action({
  name: 'dossiers.confirm-help-by-paper',
  roles: ['intake-officer'],
  input: Type.Object({ helpId: HelpId }),
  async run(ctx, actor, { helpId }): Promise<{ resumeCode: string }> {
    const help = await ownHelp(ctx, actor, helpId)
    refuse(whyNotConfirm({ ...help, codeUntil: null }, ctx.now))
    return agree(ctx, help, 'paper')
  },
})

/** Another's help and none look alike. */
async function ownHelp({ db }: ActionContext, actor: Actor, helpId: string): Promise<Help> {
  const help = await helpForUpdate(db, helpId)
  if (!help || help.helperAccountId !== officerOf(actor).accountId) throw new Refusal('platform.not-found')
  return help
}

/** From now on the helper fills in the person's own form, which is theirs from its first word. */
async function agree(ctx: ActionContext, help: Help, how: 'code' | 'paper'): Promise<{ resumeCode: string }> {
  const { now, db } = ctx
  const person = { personalId: help.helpedPersonalId, fullName: help.helpedName, phone: help.phone }
  const citizen = await rememberCitizen(ctx, person)
  const account = await openCitizenAccount(ctx, citizen)
  const draft = await beginDraft(ctx, { accountId: account.id, procedureCode: help.procedureCode })
  const endsAt = minutesAfter(now, helpRulesAt(now).lastsMinutes)
  const begun = { draftId: draft.id, resumeCode: draft.resumeCode, citizenId: citizen.id }
  await saveHelp(db, { ...help, ...begun, confirmedBy: how, confirmedAt: now, endsAt })
  await noteHelpStep(db, help.id, { what: 'began', about: draft.procedureCode, at: now })
  ctx.journal({ subject: `help:${help.id}`, what: 'dossiers.help-agreed', facts: { how, citizen: citizen.id } })
  return { resumeCode: draft.resumeCode }
}
