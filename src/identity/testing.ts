import { runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { rows, sql } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import type { Grant } from '../platform/actor.ts'
import type { Account } from './account.ts'
import type { IdentityClaims } from './identity-provider/port.ts'
import { SESSION_COOKIE } from './open-session.ts'
import { hashPassword } from './password.ts'
import { recordCitizenSignIn } from './sign-in-citizen.ts'
import { SIGN_IN } from './sign-in-steps.ts'
import { insertAccount } from './store/accounts.ts'
import { setDemoTotp } from './store/demo.ts'
import { sealSecret } from './token.ts'
import { newTotpSecret } from './totp.ts'

export const PASSWORD = 'Bien-Dong-2026'

const A_GRANT: Grant = {
  role: 'specialist',
  unitId: '018f0000-0000-7000-8000-000000000002',
  unitCode: 'H49.136',
  reach: 'unit',
}

/** An officer's account with a password and, unless told otherwise, a confirmed authenticator. */
export async function anOfficer(
  app: App,
  { grants = [A_GRANT], withTotp = true, ...more }: Partial<Account> & { grants?: Grant[]; withTotp?: boolean } = {},
) {
  const now = app.clock.now()
  const id = newId()
  const account: Account = {
    id,
    kind: 'officer',
    signInName: `can-bo-${id}`,
    fullName: 'Vũ Ngọc Ánh',
    citizenId: null,
    email: null,
    phone: null,
    status: 'active',
    passwordHash: await hashPassword(PASSWORD),
    passwordSetAt: now,
    mustChangePassword: false,
    failedTries: 0,
    lockedUntil: null,
    activeSince: now,
    lastSignInAt: null,
    origin: 'administrator',
    version: 1,
    ...more,
  }
  await insertAccount(app.db, account, now)
  const secret = newTotpSecret()
  if (withTotp) await setDemoTotp(app.db, id, sealSecret(app.settings.secret, id, secret), now)
  for (const grant of grants) {
    await sql`insert into identity.role_grant (account_id, id, role, unit_id, unit_code, reach, position, valid_from)
      values (${id}, ${newId()}, ${grant.role}, ${grant.unitId}, ${grant.unitCode}, ${grant.reach}, 'Chuyên viên', '2026-01-01')`.execute(
      app.db,
    )
  }
  return { account, name: account.signInName ?? '', secret }
}

export const HANH: IdentityClaims = {
  personalId: '022188000512',
  fullName: 'Nguyễn Thu Hạnh',
  bornOn: '1988-03-14',
  sex: 'female',
  address: 'Số 12, ngõ 5, đường Hậu Cần',
  phone: '0912000512',
  email: null,
  level: 2,
}
export const DONG: IdentityClaims = {
  ...HANH,
  personalId: '022085000274',
  fullName: 'Lê Văn Đông',
  bornOn: '1985-06-02',
  sex: 'male',
  phone: '0912000274',
}

/** A citizen's new session as after the identity provider's answer; gives its cookie. */
export async function aCitizensSession(app: App, claims: IdentityClaims): Promise<{ name: string; value: string }> {
  const device = { device: '', address: '' }
  const { token } = await runAction(app, recordCitizenSignIn, SIGN_IN, { claims, ...device })
  return { name: SESSION_COOKIE, value: token }
}

/** What the journal says about a subject, in order. */
export async function journalOf(app: App, subject: string): Promise<string[]> {
  const lines = await rows(
    app.db,
    sql<{ what: string }>`select what from platform.journal_line where subject = ${subject} order by seq`,
  )
  return lines.map(({ what }) => what)
}
