import { join } from 'node:path'
import { heldPapers } from './archive/index.ts'
import { clamdScanner, noScanner, signatureCheckerPort, virusScanPort, type VirusScanner } from './documents/index.ts'
import {
  citizenRegistryPort,
  createEmbeddedRegistry,
  createOpenIdProvider,
  createVneidProvider,
  demoVneidKey,
  identityProviderPort,
  keepTextMessages,
  noTextMessages,
  readVneidKey,
  simulatedVneidAddresses,
  textMessageFolder,
  textMessagesPort,
  type IdentityProvider,
  type TextMessages,
} from './identity/index.ts'
import { deskPurposes, knownCopy, sealedCopies } from './desk/index.ts'
import {
  checkedAlone,
  checkedScans,
  heldPapersPort,
  mailboxChecks,
  recogniserOf,
  recogniserPort,
  type Recogniser,
} from './digitisation/index.ts'
import {
  dossiersPurposes,
  remindersCheck,
  remindersGauges,
  scannedPapersPort,
  sealedCopiesPort,
} from './dossiers/index.ts'
import { mailCheck, mailerPort, smtpMailer } from './notifications/index.ts'
import type { App } from './platform/app.ts'
import { journalTimestampPort } from './platform/journal/seal.ts'
import { journalTokenCheckPort } from './platform/journal/verify.ts'
import { checksPort, definePortCheck, type PortCheck } from './platform/operations/checks.ts'
import { gaugesPort } from './platform/operations/gauges.ts'
import { installOperations } from './platform/operations/install.ts'
import { certifiedCopiesPort, renewalCheck, renewalGauges, resultsPurposes } from './results/index.ts'
import {
  allSigners,
  automaticKeysInFolder,
  automaticKeysPort,
  checkTimestamp,
  deviceSigners,
  embeddedKeysPort,
  embeddedSigner,
  openDemoPki,
  remoteSigners,
  remoteSigningChecks,
  rfc3161,
  seatRevocation,
  seatTrust,
  signersPort,
  signingPurposesPort,
  timestampAuthorityPort,
  tokenSigner,
  signatureFinding,
  trustPort,
  type DemoPki,
} from './signing/index.ts'

/** Gives every port its side. Servers of this machine that stand in for outside ones are started apart. */
export async function seatPorts(app: App): Promise<DemoPki> {
  installOperations(app)
  const { keyFolder, timestampAuthority, mail } = app.settings
  const { embedded, revocation } = app.settings
  const pki = await openDemoPki(
    keyFolder,
    app.clock.now(),
    embedded.revocation ? { revocationUrl: revocation.embeddedUrl } : {},
  )
  const keys = embeddedSigner({ folder: pki.keys, clock: app.clock })
  const devices = deviceSigners(app)
  app.ports.set(embeddedKeysPort, keys)
  app.ports.set(
    signersPort,
    allSigners([keys, ...devices.map(({ signer }) => signer), ...remoteSigners(app), tokenSigner]),
  )
  app.ports.set(automaticKeysPort, automaticKeysInFolder(keyFolder))
  app.ports.set(signingPurposesPort, [...dossiersPurposes, ...resultsPurposes, ...deskPurposes])
  app.ports.set(certifiedCopiesPort, (sha256s) => knownCopy(app.db, sha256s))
  app.ports.set(scannedPapersPort, { ofDossier: checkedScans, alone: checkedAlone })
  app.ports.set(sealedCopiesPort, sealedCopies)
  app.ports.set(heldPapersPort, heldPapers)
  await seatTrust(app)
  seatRevocation(app, pki)
  const { url } = timestampAuthority
  app.ports.set(timestampAuthorityPort, rfc3161({ url, clock: app.clock }))
  app.ports.set(journalTimestampPort, rfc3161({ url }))
  app.ports.set(journalTokenCheckPort, (token, stamped) => {
    const trust = app.ports.get(trustPort)
    return checkTimestamp(token, stamped, trust.timestamps ?? trust)
  })
  app.ports.set(mailerPort, smtpMailer({ url: mail.url, from: mail.from }))
  app.ports.set(textMessagesPort, textMessages(app))
  app.ports.set(citizenRegistryPort, createEmbeddedRegistry(app.db))
  const provider = await identityProviderOf(app)
  app.ports.set(identityProviderPort, provider)
  if (app.settings.identityProvider.kind === 'vneid') app.ports.get(checksPort).add(vneidCheck(app, provider))
  const scanner = virusScannerAt(app.settings.virusScanner)
  app.ports.set(virusScanPort, scanner)
  const recogniser = await recogniserOf(undefined)
  app.ports.set(recogniserPort, recogniser)
  app.ports.set(signatureCheckerPort, signatureFinding(app))
  app.ports.get(checksPort).add(mailCheck(app))
  app.ports.get(checksPort).add(remindersCheck(app))
  app.ports.get(checksPort).add(renewalCheck(app))
  for (const check of [...devices.map((one) => one.check), ...remoteSigningChecks(app), ...mailboxChecks(app)])
    app.ports.get(checksPort).add(check)
  app.ports.set(gaugesPort, [...remindersGauges(app), ...renewalGauges(app)])
  app.ports.get(checksPort).add(virusScanCheck(scanner))
  app.ports.get(checksPort).add(recogniserCheck(recogniser))
  return pki
}

function virusScannerAt(address: string | null): VirusScanner {
  if (address === null) return noScanner
  const { hostname, port } = new URL(address)
  return clamdScanner({ host: hostname, port: Number(port || 3310) })
}

/** Its absence is shown to administrators, never passed over. */
function virusScanCheck(scanner: VirusScanner) {
  const isThere = async (): Promise<void> => {
    if (await scanner.ping()) return
    const why = scanner === noScanner ? 'no virus scanner is set up' : 'the virus scanner does not answer'
    throw new Error(`${why}: files are marked as not scanned`)
  }
  const side = scanner === noScanner ? 'embedded' : 'real'
  return definePortCheck('virus-scan', side, isThere, { servedBy: scanner.name, freshSeconds: 300 })
}

function recogniserCheck(recogniser: Recogniser) {
  const isThere = async (): Promise<void> => {
    if (!(await recogniser.ping())) throw new Error('no machine reads papers: they wait')
  }
  return definePortCheck('recogniser', 'embedded', isThere, { servedBy: recogniser.name, freshSeconds: 300 })
}

async function identityProviderOf({ settings: { identityProvider, keyFolder } }: App): Promise<IdentityProvider> {
  const { kind, vneid, issuer } = identityProvider
  if (kind === 'openid') return createOpenIdProvider(identityProvider)
  if (vneid)
    return createVneidProvider({ ...identityProvider, ...vneid, privateKey: await readVneidKey(vneid.privateKeyFile) })
  const privateKey = await demoVneidKey(vneidKeyFile(keyFolder))
  return createVneidProvider({ ...identityProvider, ...simulatedVneidAddresses(issuer), privateKey })
}

function vneidCheck({ settings: { embedded } }: App, provider: IdentityProvider): PortCheck {
  const side = embedded.identityProvider ? 'embedded' : 'real'
  const check = async () => {
    if (!(await provider.isWell())) throw new Error('VNeID does not answer')
  }
  return definePortCheck('identity-provider', side, check, { servedBy: provider.name, freshSeconds: 60 })
}

/** Our key towards the stand-in of VNeID. */
export function vneidKeyFile(keyFolder: string): string {
  return join(keyFolder, 'vneid.pem')
}

/** No gateway is known yet; outside production messages are kept on this machine. */
function textMessages({ settings: { mode, dataFolder }, clock }: App): TextMessages {
  return mode === 'production' ? noTextMessages : keepTextMessages({ folder: textMessageFolder(dataFolder), clock })
}
