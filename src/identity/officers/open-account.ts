import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { foldText } from '../../platform/text.ts'
import { hashPassword } from '../password.ts'
import { generatePassword } from '../set-password.ts'
import { accountBySignInName, insertAccount } from '../store/accounts.ts'

const Person = {
  signInName: Type.String({ minLength: 3, maxLength: 60, pattern: '^[A-Za-z][A-Za-z0-9._-]+$' }),
  fullName: Type.String({ minLength: 2, maxLength: 120 }),
  email: Type.Optional(Type.String({ maxLength: 200, pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' })),
  phone: Type.Optional(Type.String({ pattern: '^0\\d{9,10}$' })),
}

const openAccountAction = action({
  name: 'identity.openAccount',
  roles: ['administrator'],
  input: Type.Object({ ...Person, hash: Type.String() }),
  async run(ctx, _actor, { signInName: wanted, fullName, email, phone, hash }) {
    const signInName = foldText(wanted)
    if (await accountBySignInName(ctx.db, signInName)) throw new Refusal('identity.name-taken', { name: signInName })
    const id = newId()
    await insertAccount(
      ctx.db,
      {
        id,
        kind: 'officer',
        signInName,
        fullName,
        citizenId: null,
        email: email ?? null,
        phone: phone ?? null,
        status: 'active',
        passwordHash: hash,
        passwordSetAt: ctx.now,
        mustChangePassword: true,
        failedTries: 0,
        lockedUntil: null,
        activeSince: ctx.now,
        lastSignInAt: null,
        origin: 'administrator',
        version: 1,
      },
      ctx.now,
    )
    ctx.journal({ subject: `account:${id}`, what: 'identity.account-opened', facts: { signInName } })
    return { accountId: id }
  },
})

/**
 * Opens an account for one officer, with a password for one sign-in: told once, to be handed over in person, changed at once,
 * and followed by enrolling a second factor. Without a role the account opens no door.
 */
export const openAccount = errand({
  name: 'identity.openOfficerAccount',
  roles: ['administrator'],
  input: Type.Object(Person),
  async run(app, actor, person, { requestId = '' }): Promise<{ accountId: string; password: string }> {
    const password = generatePassword()
    const hash = await hashPassword(password)
    const { accountId } = await runAction(app, openAccountAction, actor, { ...person, hash }, { requestId })
    return { accountId, password }
  },
})
