import type { IncomingMessage, ServerResponse } from 'node:http'
import { get } from 'node:https'
import type { Clock } from '../../../platform/clock.ts'
import { simulatorPage, simulatorPolicy } from '../../../platform/operations/simulator-page.tsx'
import type { SimulatorControl, SimulatorState } from '../../../platform/operations/simulators.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import type { DemoPki } from '../../demo-pki.ts'
import type { DemoPins } from '../../register/certify.ts'
import { readText } from '../../simulators/answer.ts'
import { demoToken, type TokenHolder } from './demo-token.ts'
import { localCertificate } from './local-certificate.ts'
import { startLocalSigner, type LocalBehaviour } from './local-signer.ts'
import { programTexts as t } from './texts.ts'

export type TokenProgram = {
  /** Its own page, where a browser is told to believe it. */
  url: string
  control: SimulatorControl
  /** Whose tokens lie in the drawer. */
  offer(pins: DemoPins): void
  /** @throws when it does not answer */
  ping(): Promise<void>
  close(): Promise<void>
}

const BEHAVIOURS: Partial<Record<SimulatorState, LocalBehaviour>> = {
  normal: 'normal',
  slow: 'slow',
  wrong: 'changes-document',
  down: 'down',
  twice: 'uploads-twice',
  declines: 'cancelled',
}
const STATES = Object.keys(BEHAVIOURS) as SimulatorState[]

type Options = { pki: DemoPki; clock: Clock; folder: string; port: number; origins: readonly string[] }

/**
 * The signing program of a demonstration's officers, all on this machine: its page puts the token of one of them, or of an agency's
 * seal, into the machine.
 */
export async function startTokenProgram({ pki, clock, folder, port, origins }: Options): Promise<TokenProgram> {
  let holders: readonly TokenHolder[] = []
  let inserted: TokenHolder | undefined
  const tls = await localCertificate(folder, clock.now())
  const signer = await startLocalSigner({ port, tls, origins, answer })
  const url = signer.address.replace('wss:', 'https:')

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') await exchange(new URLSearchParams(await readText(request)).get('token') ?? '')
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': simulatorPolicy(),
    })
    response.end(programPage(holders, inserted))
  }

  /** One token at a time is in the machine; no name: it is taken out. */
  async function exchange(keyRef: string): Promise<void> {
    inserted = holders.find((holder) => holder.keyRef === keyRef)
    signer.insert(inserted && (await demoToken(pki, inserted, clock)))
  }

  return {
    url,
    offer: (pins) => void (holders = holdersOf(pins)),
    ping: () => fetched(url, tls.cert),
    control: {
      name: 'usb-token',
      states: STATES,
      state: () => STATES.find((state) => BEHAVIOURS[state] === signer.behaviour()) ?? 'normal',
      set: (state) => signer.behave(BEHAVIOURS[state] ?? 'normal'),
    },
    close: signer.close,
  }
}

function holdersOf({ people, agencies }: DemoPins): TokenHolder[] {
  return [
    ...people.map(({ signInName, fullName, pin }) => ({ keyRef: `person-${signInName}`, name: fullName, pin })),
    ...agencies.map(({ unitCode, unitName, pin }) => ({
      keyRef: `agency-${unitCode.toLowerCase()}`,
      name: fill(t.seal, { agency: unitName }),
      pin,
    })),
  ]
}

const fetched = (url: string, ca: string): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { ca }, (response) => void response.resume().on('end', resolve)).on('error', reject)
  })

function programPage(holders: readonly TokenHolder[], inserted: TokenHolder | undefined): string {
  return simulatorPage(
    t.title,
    <>
      <p>
        <span class="nhan">{t.simulated}</span>
      </p>
      <h1>{t.title}</h1>
      <p>{t.believed}</p>
      <p role="status">
        <b>{inserted ? fill(t.inserted, { name: inserted.name }) : t.empty}</b>
      </p>
      <form method="post">
        {holders
          .filter((holder) => holder !== inserted)
          .map(({ keyRef, name }) => (
            <button type="submit" name="token" value={keyRef} key={keyRef}>
              {fill(t.insert, { name })}
            </button>
          ))}
        {inserted && (
          <button type="submit" name="token" value="">
            {t.takeOut}
          </button>
        )}
      </form>
    </>,
  )
}
