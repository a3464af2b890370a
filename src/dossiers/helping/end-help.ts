import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal } from '../../platform/refusal.ts'
import { isOpen } from './help.ts'
import { HELPERS } from './open-help.ts'
import { helpForUpdate, saveHelp } from './store.ts'

/** The helped person, or the helper, ends the help: the helper sees nothing more. */
export const endHelp = action({
  name: 'dossiers.end-help',
  roles: ['citizen', ...HELPERS],
  input: Type.Object({ helpId: Type.String({ format: 'uuid' }) }),
  async run(ctx, actor, { helpId }): Promise<void> {
    const help = await helpForUpdate(ctx.db, helpId)
    const isHelped = actor.kind === 'citizen' && help?.citizenId === actor.citizenId
    const isHelper = actor.kind === 'officer' && help?.helperAccountId === actor.accountId
    if (!help || !(isHelped || isHelper)) throw new Refusal('platform.not-found')
    if (!isOpen(help, ctx.now)) throw new Refusal('dossiers.help-over')
    const endedBy = isHelped ? 'helped' : 'helper'
    await saveHelp(ctx.db, { ...help, endedAt: ctx.now, endedBy })
    ctx.journal({ subject: `help:${help.id}`, what: 'dossiers.help-ended', facts: { by: endedBy } })
  },
})
