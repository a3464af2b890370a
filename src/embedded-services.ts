import { join } from 'node:path'
import { vneidKeyFile } from './seat-ports.ts'
import { demoVneidKey, startEmbeddedIdentityProvider, startVneidSimulator, type DemoPeople } from './identity/index.ts'
import { mailCatcherPort, startMailCatcher } from './notifications/index.ts'
import type { App } from './platform/app.ts'
import { checksPort, definePortCheck } from './platform/operations/checks.ts'
import { registerSimulator, type SimulatorControl, type SimulatorState } from './platform/operations/simulators.ts'
import {
  noticeDoors,
  startRemoteSigning,
  startRevocationServer,
  startTokenProgram,
  startTimestampServer,
  type DemoPki,
  type EmbeddedRevocationServer,
  type EmbeddedTimestampServer,
  type RemoteSigningServer,
  type RevocationBehaviour,
  type TimestampBehaviour,
  type TokenProgram,
} from './signing/index.ts'

export type EmbeddedServices = {
  /** Citizens sign in there; started once its people are known. */
  startIdentityProvider(people: DemoPeople): Promise<void>
  /** Telephones of invented people, where a trust service is stood in for. */
  remoteSigning: RemoteSigningServer | undefined
  /** The signing program of officers with a USB token, where it is stood in for. */
  tokenProgram: TokenProgram | undefined
  close(): Promise<void>
}

type Closers = (() => Promise<unknown>)[]

/** Starts the servers of this machine that stand in for outside ones. */
export async function startEmbeddedServices(app: App, pki: DemoPki): Promise<EmbeddedServices> {
  const closers: Closers = []
  await startTimestamps(app, pki, closers)
  await startRevocations(app, pki, closers)
  await startMail(app, closers)
  const remoteSigning = await startTrustServices(app, pki, closers)
  const tokenProgram = await startTokens(app, pki, closers)
  return {
    remoteSigning,
    tokenProgram,
    startIdentityProvider: (people) => startIdentityProvider(app, people, closers),
    async close() {
      for (const close of closers.toReversed()) await close()
    },
  }
}

async function startTimestamps(app: App, pki: DemoPki, closers: Closers): Promise<void> {
  const { settings, clock } = app
  if (!settings.embedded.timestampAuthority) return
  const { embeddedPort: port } = settings.timestampAuthority
  const server = await startTimestampServer({ ...pki.timestampAuthority, clock, port })
  closers.push(server.close)
  registerSimulator(app, timestampControl(server))
}

function timestampControl(server: EmbeddedTimestampServer): SimulatorControl {
  const behaviours: Partial<Record<SimulatorState, TimestampBehaviour>> = {
    normal: { mode: 'normal' },
    slow: { mode: 'slow', delayMs: 4_000 },
    wrong: { mode: 'wrong', how: 'other-imprint' },
    down: { mode: 'down' },
  }
  return {
    name: 'timestamp-authority',
    states: ['normal', 'slow', 'wrong', 'down'] as const,
    state: (): SimulatorState => server.behaviour().mode,
    set: (state: SimulatorState) => server.behave(behaviours[state] ?? { mode: 'normal' }),
  }
}

/** VNPT SmartCA, Viettel MySign and a CSC service; one of them may be real while another is stood in for. */
async function startTrustServices(app: App, pki: DemoPki, closers: Closers): Promise<RemoteSigningServer | undefined> {
  const { remoteSigning } = app.settings
  const { smartca, mysign, csc, embeddedPort: port } = remoteSigning
  const isSimulated = (service: { side: string } | null) => service?.side === 'embedded'
  if (!smartca || !mysign || ![smartca, mysign, csc].some(isSimulated)) return undefined
  const server = await startRemoteSigning({
    keys: pki.keys,
    clock: app.clock,
    smartca,
    mysign,
    doors: noticeDoors(app.settings),
    ...(csc ? { csc } : {}),
    port,
  })
  closers.push(server.close)
  for (const control of server.controls) {
    if (isSimulated(remoteSigning[control.name as 'smartca' | 'mysign' | 'csc'])) registerSimulator(app, control)
  }
  return server
}

async function startRevocations(app: App, pki: DemoPki, closers: Closers): Promise<void> {
  const { settings, clock } = app
  if (!settings.embedded.revocation) return
  const { embeddedPort: port } = settings.revocation
  const server = await startRevocationServer({ revocation: pki.revocation, clock, port })
  closers.push(server.close)
  registerSimulator(app, revocationControl(server))
}

function revocationControl(server: EmbeddedRevocationServer): SimulatorControl {
  const behaviours: Partial<Record<SimulatorState, RevocationBehaviour>> = {
    normal: { mode: 'normal' },
    slow: { mode: 'slow', delayMs: 3_000 },
    wrong: { mode: 'wrong', how: 'other-signer' },
    down: { mode: 'down' },
  }
  return {
    name: 'revocation',
    states: ['normal', 'slow', 'wrong', 'down'] as const,
    state: (): SimulatorState => server.behaviour().mode,
    set: (state: SimulatorState) => server.behave(behaviours[state] ?? { mode: 'normal' }),
  }
}

async function startTokens(app: App, pki: DemoPki, closers: Closers): Promise<TokenProgram | undefined> {
  const { settings, clock } = app
  if (!settings.embedded.tokenProgram) return undefined
  const { embeddedTokenPort: port, keyFolder: folder, publicAddress } = settings
  const program = await startTokenProgram({ pki, clock, folder, port, origins: [publicAddress] })
  closers.push(program.close)
  app.ports.get(checksPort).add(definePortCheck('usb-token', 'embedded', program.ping, { servedBy: program.url }))
  registerSimulator(app, program.control)
  return program
}

async function startMail(app: App, closers: Closers): Promise<void> {
  const { embedded, mail, dataFolder } = app.settings
  if (!embedded.mailCatcher) return
  const catcher = await startMailCatcher({
    folder: join(dataFolder, 'mail'),
    clock: app.clock,
    port: mail.catcherSmtpPort,
  })
  closers.push(catcher.close)
  app.ports.set(mailCatcherPort, catcher)
  registerSimulator(app, catcher.control)
}

async function startIdentityProvider(app: App, people: DemoPeople, closers: Closers): Promise<void> {
  const { embedded, identityProvider, publicAddress, keyFolder } = app.settings
  if (!embedded.identityProvider) return
  const { kind, issuer, clientId, clientSecret, embeddedPort } = identityProvider
  const door = {
    host: '127.0.0.1',
    port: embeddedPort,
    clientId,
    clientSecret,
    publicAddress,
    returnPath: '/dang-nhap/tro-ve',
    people: people.citizens,
    clock: app.clock,
  }
  const provider =
    kind === 'vneid'
      ? await startVneidSimulator({ ...door, clientKey: await demoVneidKey(vneidKeyFile(keyFolder)) })
      : await startEmbeddedIdentityProvider({ ...door, issuer })
  closers.push(provider.stop)
  registerSimulator(app, provider.control)
}
