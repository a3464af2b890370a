import { parseArgs } from 'node:util'
import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import type { Command } from '../platform/command.ts'
import { newId } from '../platform/id.ts'
import { Refusal, refusalSentence } from '../platform/refusal.ts'
import { accountBySignInName } from './store/accounts.ts'
import { findCitizenByPersonalId } from './store/citizens.ts'
import { accountOfCitizen } from './store/accounts.ts'
import { insertApiToken } from './store/sessions.ts'
import { identityRefusals } from './texts.ts'
import { tokenTexts } from './token.texts.ts'
import { newToken, tokenHash } from './token.ts'

const DAY = 86_400_000
const MOST_DAYS = 366

const issueTokenAction = action({
  name: 'identity.issueToken',
  roles: ['system', 'administrator'],
  input: Type.Object({
    accountName: Type.String({ minLength: 1 }),
    days: Type.Integer({ minimum: 1, maximum: MOST_DAYS }),
  }),
  async run(ctx, _actor, { accountName, days }) {
    // An officer by sign-in name, a citizen who has signed in once by personal ID.
    const citizen = /^\d{12}$/.test(accountName) ? await findCitizenByPersonalId(ctx.db, accountName) : undefined
    const account = citizen
      ? await accountOfCitizen(ctx.db, citizen.id)
      : await accountBySignInName(ctx.db, accountName)
    if (!account || account.status !== 'active') throw new Refusal('identity.unknown-account', { name: accountName })
    const token = `mc_${newToken()}`
    const expiresAt = new Date(ctx.now.getTime() + days * DAY)
    const id = newId()
    await insertApiToken(ctx.db, { accountId: account.id, id, tokenHash: tokenHash(token), expiresAt }, ctx.now)
    ctx.journal({ subject: `account:${account.id}`, what: 'identity.token-issued', facts: { token: id, expiresAt } })
    return { token, expiresAt, accountId: account.id, fullName: account.fullName }
  },
})

export type IssuedToken = { token: string; expiresAt: Date; accountId: string; fullName: string }

/** A token with which a program works as this account; shown once, only its hash is kept. */
export function issueToken(app: App, accountName: string, { days = 30 }: { days?: number } = {}): Promise<IssuedToken> {
  return runAction(app, issueTokenAction, { kind: 'system', name: 'command' }, { accountName, days })
}

export const tokenCommand: Command<App> = {
  name: 'token',
  summary: tokenTexts.summary,
  help: tokenTexts.help,
  async run(argv, io, app) {
    const { values } = parseArgs({
      args: argv,
      options: {
        account: { type: 'string' },
        days: { type: 'string', default: '30' },
        json: { type: 'boolean', default: false },
      },
    })
    const days = Number(values.days)
    if (!values.account || !Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
      io.err(tokenTexts.help)
      return 1
    }
    try {
      const issued = await issueToken(app, values.account, { days })
      io.out(values.json ? JSON.stringify({ account: values.account, ...issued }) : issued.token)
      if (!values.json) io.err(tokenTexts.issued(issued.fullName, issued.expiresAt))
      return 0
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const text = (identityRefusals as Record<string, { title: string }>)[error.code]?.title ?? error.code
      io.err(refusalSentence(text, error.facts))
      return 1
    }
  },
}
