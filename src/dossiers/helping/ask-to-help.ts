import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { actorLabel, unitsOf } from '../../platform/actor.ts'
import { officerOf } from '../../platform/acting.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse, type Reason } from '../../platform/refusal.ts'
import { foldText } from '../../platform/text.ts'
import { procedureInForce, whyNotOnline } from '../../catalogue/index.ts'
import {
  findCitizenByPersonalId,
  holdersOfTelephone,
  isPersonalId,
  sendText,
  textMessagesPort,
} from '../../identity/index.ts'
import { helpCode, helpRulesAt, minutesAfter, whyNotSendCode, type Help } from './help.ts'
import { HELPERS } from './open-help.ts'
import { codesSentSince, insertHelp, toldSince } from './store.ts'
import { toldRulesAt, whyNotTell } from './told-telephone.ts'
import { codeMessage } from './code.texts.ts'

/** A number that is not taken is an answer and no refusal: it is counted, and supervision sees it. */
export type Asked = { helpId: string } | { refused: Reason }

/**
 * Somebody offers to fill in a form for a person, who is asked by a code to their own telephone: the number on record, else the one
 * they say, which must be nobody else's. Nothing of the person is shown before they agree.
 */
export const askToHelp = action({
  name: 'dossiers.ask-to-help',
  roles: [...HELPERS],
  input: Type.Object({
    fullName: Type.String({ minLength: 2, maxLength: 100 }),
    personalId: Type.String({ pattern: '^\\d{12}$' }),
    /** Counts only where no number is on record. */
    phone: Type.Optional(Type.String({ pattern: '^0\\d{9}$' })),
    procedureCode: Type.String({ minLength: 1, maxLength: 30 }),
    /** At the desk, with the identity card shown, no code is needed. */
    without: Type.Optional(Type.Literal('code')),
  }),
  async run(ctx, actor, { fullName, personalId, phone: told, procedureCode, without }): Promise<Asked> {
    const { db, now } = ctx
    const helper = officerOf(actor)
    const procedure = await procedureInForce(db, procedureCode, vietnamDate(now))
    if (!procedure) throw new Refusal('dossiers.procedure-not-found', { code: procedureCode })
    refuse(whyNotOnline(procedure))
    if (!isPersonalId(personalId, now)) throw new Refusal('identity.personal-id-wrong')
    const known = await findCitizenByPersonalId(db, personalId)
    if (known && foldText(known.fullName) !== foldText(fullName)) throw new Refusal('dossiers.help-other-name')
    const unitId = HELPERS.flatMap((role) => unitsOf(helper, role))[0]
    if (unitId === undefined) throw new Refusal('platform.forbidden')
    const phone = without ? null : (known?.phone ?? told ?? null)
    const phoneTold = phone !== null && !known?.phone
    if (!without && phone === null) throw new Refusal('dossiers.help-no-phone')
    if (!without && !ctx.port(textMessagesPort).canSend) throw new Refusal('dossiers.help-no-messages')
    const rules = helpRulesAt(now)
    if (phone !== null) {
      const sent = await codesSentSince(db, { phone, helperAccountId: helper.accountId }, minutesAfter(now, -60))
      refuse(whyNotSendCode(sent, rules))
    }
    const whyNot = phoneTold ? await whyNotSay(ctx, helper.accountId, { phone, personalId }) : undefined
    const help: Help = {
      id: newId(),
      helperAccountId: helper.accountId,
      helperName: helper.fullName,
      unitId,
      citizenId: null,
      helpedName: known?.fullName ?? fullName,
      helpedPersonalId: personalId,
      phone,
      phoneTold,
      procedureCode,
      askedAt: now,
      codeUntil: phone === null ? null : minutesAfter(now, rules.codeMinutes),
      tries: 0,
      confirmedBy: null,
      confirmedAt: null,
      endsAt: null,
      endedAt: whyNot ? now : null,
      endedBy: whyNot ? 'telephone' : null,
      draftId: null,
      resumeCode: null,
      dossierId: null,
    }
    await insertHelp(db, help)
    if (phoneTold) tellSupervision(ctx, help, whyNot)
    if (whyNot) return { refused: whyNot }
    if (phone !== null) {
      const code = helpCode(ctx.settings.secret, help)
      await ctx.enqueue(sendText, { to: phone, text: codeMessage.code(helper.fullName, code) })
    }
    const facts = { helper: actorLabel(helper), unit: unitId, procedure: procedureCode, byCode: phone !== null }
    ctx.journal({ subject: `help:${help.id}`, what: 'dossiers.help-asked', facts })
    return { helpId: help.id }
  },
})

async function whyNotSay(
  { db, now }: ActionContext,
  helperAccountId: string,
  { phone, personalId }: { phone: string; personalId: string },
): Promise<Reason | undefined> {
  const rules = toldRulesAt(now)
  const since = { since: minutesAfter(now, -rules.onePersonWithinDays * DAY), lately: minutesAfter(now, -DAY) }
  const holders = await holdersOfTelephone(db, phone)
  const told = { ...holders, ...(await toldSince(db, { phone, helperAccountId }, since)) }
  return whyNotTell(told, personalId, rules)
}

const DAY = 24 * 60

/** Whoever watches over a unit sees in its journal each number that was said there, taken or not; the number itself stays in the help. */
function tellSupervision(ctx: ActionContext, { id, unitId, helperAccountId }: Help, whyNot: Reason | undefined): void {
  const what = whyNot ? 'dossiers.help-telephone-refused' : 'dossiers.help-telephone-told'
  const facts = { help: id, helper: helperAccountId, ...(whyNot && { why: whyNot.code }) }
  ctx.journal({ subject: `unit:${unitId}`, what, facts })
}
