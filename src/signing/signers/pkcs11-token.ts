import type { Handle, Pkcs11Error, PKCS11 } from 'pkcs11js'

/** What the thread of a token is asked, and what it answers. */
export type TokenTask =
  | { kind: 'list' }
  | { kind: 'certificates'; token: string }
  | { kind: 'sign'; token: string; id: string; pin: string; inputs: Uint8Array[] }
export type TokenCertificate = { token: string; id: string; certificate: Uint8Array }
export type TokenAnswer =
  | { kind: 'certificates'; certificates: TokenCertificate[] }
  | { kind: 'signatures'; keyType: 'rsa' | 'ec'; signatures: (Uint8Array | null)[] }
  | { kind: 'refused'; why: TokenTrouble; detail: string }
export type TokenTrouble = 'no-token' | 'no-key' | 'wrong-pin' | 'locked' | 'unavailable'

// Of PKCS#11 2.40, section 6.1 and its header; the package has them too, but is not there on every machine.
const CKF = { serialSession: 4, osLocking: 2 } as const
const CKA = { class: 0, value: 0x11, keyType: 0x100, id: 0x102 } as const
const CKO = { certificate: 1, privateKey: 3 } as const
const CKM = { rsaPkcs: 1, ecdsa: 0x1041 } as const
const CKU_USER = 1
const CKK_EC = 3
const CKR_ALREADY_INITIALIZED = 0x191
const WRONG_PIN = new Set([0xa0, 0xa1, 0xa2])
const PIN_LOCKED = 0xa4
const MOST_OBJECTS = 500
const LONGEST_SIGNATURE = 1024

/** A token has so few characters for its name; shorter ones are filled with blanks. */
const nameOf = (label: string): string => label.replace(/[\0 ]+$/, '')

class TokenRefusal extends Error {
  readonly why: TokenTrouble
  constructor(why: TokenTrouble, detail: string) {
    super(detail)
    this.why = why
  }
}

/** Every call of the module, one after the other; it may block, so it lives on a thread of its own. */
export function openModule(pkcs11: PKCS11, path: string): (task: TokenTask) => TokenAnswer {
  pkcs11.load(path)
  initialise(pkcs11)
  const sessions = new Map<string, Handle>()

  const slotOf = (token: string): Handle => {
    const slot = pkcs11.C_GetSlotList(true).find((one) => nameOf(pkcs11.C_GetTokenInfo(one).label) === token)
    if (!slot) throw new TokenRefusal('no-token', `no token named ${token}`)
    return slot
  }
  const sessionOn = (token: string): Handle => {
    const session = sessions.get(token) ?? pkcs11.C_OpenSession(slotOf(token), CKF.serialSession)
    sessions.set(token, session)
    return session
  }
  const certificatesOn = (token: string): TokenCertificate[] =>
    objects(pkcs11, sessionOn(token), [{ type: CKA.class, value: CKO.certificate }]).map((handle) => {
      const template = [{ type: CKA.value }, { type: CKA.id }]
      const [value, id] = pkcs11.C_GetAttributeValue(sessionOn(token), handle, template)
      return { token, id: bytesOf(id?.value).toString('hex'), certificate: new Uint8Array(bytesOf(value?.value)) }
    })

  const perform = (task: TokenTask): TokenAnswer => {
    if (task.kind === 'list') {
      const tokens = pkcs11.C_GetSlotList(true).map((slot) => nameOf(pkcs11.C_GetTokenInfo(slot).label))
      return { kind: 'certificates', certificates: tokens.filter((name) => name !== '').flatMap(certificatesOn) }
    }
    if (task.kind === 'certificates') {
      const certificates = certificatesOn(task.token)
      // What a module says of a token that was just taken out.
      if (certificates.length === 0) throw new TokenRefusal('no-key', `no certificate on ${task.token}`)
      return { kind: 'certificates', certificates }
    }
    return signAll(pkcs11, sessionOn(task.token), task)
  }

  /** A token that was taken out and put back has new slots; the module learns of it when it begins anew. */
  const beginAnew = () => {
    sessions.clear()
    try {
      pkcs11.C_Finalize()
    } catch {
      // Ended already.
    }
    initialise(pkcs11)
  }
  return (task) => {
    try {
      return perform(task)
    } catch (first) {
      const trouble = troubleOf(first)
      if (trouble === 'wrong-pin' || trouble === 'locked') return refused(trouble, first)
      try {
        beginAnew()
        return perform(task)
      } catch (second) {
        sessions.clear()
        return refused(troubleOf(second), second)
      }
    }
  }
}

function initialise(pkcs11: PKCS11): void {
  try {
    pkcs11.C_Initialize({ flags: CKF.osLocking })
  } catch (error) {
    if ((error as Pkcs11Error).code !== CKR_ALREADY_INITIALIZED) throw error
  }
}

/** Logs in once for all of these, and out again: to be logged in counts for the whole program, so nobody may find it open. */
function signAll(
  pkcs11: PKCS11,
  session: Handle,
  { id, pin, inputs }: Extract<TokenTask, { kind: 'sign' }>,
): TokenAnswer {
  pkcs11.C_Login(session, CKU_USER, pin)
  try {
    const template = [
      { type: CKA.class, value: CKO.privateKey },
      { type: CKA.id, value: Buffer.from(id, 'hex') },
    ]
    const [key] = objects(pkcs11, session, template)
    if (!key) throw new TokenRefusal('no-key', `no private key ${id}`)
    const [type] = pkcs11.C_GetAttributeValue(session, key, [{ type: CKA.keyType }])
    const isEc = bytesOf(type?.value)[0] === CKK_EC
    const signatures = inputs.map((input) => signOne(pkcs11, session, key, isEc ? CKM.ecdsa : CKM.rsaPkcs, input))
    const [trouble] = signatures.filter((one) => one instanceof Error)
    if (trouble && signatures.every((one) => one instanceof Error)) throw trouble
    const values = signatures.map((one) => (one instanceof Error ? null : one))
    return { kind: 'signatures', keyType: isEc ? 'ec' : 'rsa', signatures: values }
  } finally {
    try {
      pkcs11.C_Logout(session)
    } catch {
      // The token is gone; with it the login.
    }
  }
}

function signOne(
  pkcs11: PKCS11,
  session: Handle,
  key: Handle,
  mechanism: number,
  input: Uint8Array,
): Uint8Array | Error {
  try {
    pkcs11.C_SignInit(session, { mechanism }, key)
    return new Uint8Array(pkcs11.C_Sign(session, Buffer.from(input), Buffer.alloc(LONGEST_SIGNATURE)))
  } catch (error) {
    return error as Pkcs11Error
  }
}

function objects(pkcs11: PKCS11, session: Handle, template: Parameters<PKCS11['C_FindObjectsInit']>[1]): Handle[] {
  pkcs11.C_FindObjectsInit(session, template)
  try {
    return pkcs11.C_FindObjects(session, MOST_OBJECTS)
  } finally {
    pkcs11.C_FindObjectsFinal(session)
  }
}

const bytesOf = (value: unknown): Buffer => (Buffer.isBuffer(value) ? value : Buffer.alloc(0))

function troubleOf(error: unknown): TokenTrouble {
  if (error instanceof TokenRefusal) return error.why
  const { code = 0 } = error as { code?: number }
  if (WRONG_PIN.has(code)) return 'wrong-pin'
  return code === PIN_LOCKED ? 'locked' : 'unavailable'
}

const refused = (why: TokenTrouble, error: unknown): TokenAnswer => ({
  kind: 'refused',
  why,
  detail: error instanceof Error ? error.message : String(error),
})
