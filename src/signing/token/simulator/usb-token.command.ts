import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../../../platform/clock.ts'
import type { Command } from '../../../platform/command.ts'
import { refusalSentence as fill } from '../../../platform/refusal.ts'
import type { Settings } from '../../../platform/settings.ts'
import { openDemoPki, type DemoPki } from '../../demo-pki.ts'
import { readPdf } from '../../pdf/file.ts'
import { formFields, isEmptyValue } from '../../pdf/form.ts'
import { signPdf } from '../../sign-pdf.ts'
import { embeddedSigner } from '../../signers/embedded.ts'
import { localCertificate } from './local-certificate.ts'
import { startLocalSigner, type InsertedToken } from './local-signer.ts'
import { usbTokenWords as words } from './texts.ts'

const HELP = `motcua usb-token <sign-in name | unit code>

Stands in for the signing program of an officer's machine, with the USB token of one of the invented signatories, or of an
agency's seal, in it. For demonstrations: no certificate of it has legal value. Stays until told to stop.
`

type Wanted = Pick<Settings, 'keyFolder' | 'dataFolder' | 'mode' | 'tokenService' | 'publicAddress'>

/** The settings are read when the command runs. */
export function usbTokenCommand(settings: () => Wanted): Command {
  return {
    name: 'usb-token',
    summary: words.summary,
    help: HELP,
    async run([who = ''], io) {
      const { keyFolder, dataFolder, mode, tokenService, publicAddress } = settings()
      const token = mode === 'production' ? undefined : await tokenOf(keyFolder, dataFolder, who)
      if (!token) {
        io.err(`${fill(words.nobody, { who })}\n\n${HELP}`)
        return 2
      }
      const tls = await localCertificate(keyFolder, systemClock.now())
      const signer = await startLocalSigner({ port: Number(new URL(tokenService).port), tls, origins: [publicAddress] })
      signer.insert(token)
      io.out(fill(words.running, { who, address: signer.address.replace('wss:', 'https:') }))
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
      await signer.close()
      return 0
    },
  }
}

type Pins = Record<'people' | 'agencies', Record<string, string>>

/** A key beside the one held by the server, in the same name. */
async function tokenOf(keyFolder: string, dataFolder: string, who: string): Promise<InsertedToken | undefined> {
  const pins = JSON.parse(await readFile(join(dataFolder, 'demo-pins.json'), 'utf8')) as Pins
  const now = systemClock.now()
  const pki = await openDemoPki(keyFolder, now)
  const isAgency = who in pins.agencies
  const pin = isAgency ? pins.agencies[who] : pins.people[who]
  const held = pin && (await pki.keys.read(isAgency ? `agency-${who.toLowerCase()}` : `person-${who}`))
  const subject = held ? held.chain[0]?.subject : undefined
  if (!pin || !subject) return undefined
  const keyRef = `token-${who.toLowerCase()}`
  const { commonName, organisation, userId } = subject
  const certificate = isAgency
    ? await pki.agency({ keyRef, agencyName: commonName, identifier: userId, pin }, now)
    : await pki.person(
        { keyRef, fullName: commonName, agency: organisation, personalId: userId.replace('CCCD:', ''), pin },
        now,
      )
  return { certificate: certificate.der, sign: (pdf) => signWith(pki, keyRef, pin, pdf) }
}

/** In the first signature field that stands empty: the person's before the agency's. */
function signWith(pki: DemoPki, keyRef: string, pin: string, pdf: Buffer): Promise<Buffer> {
  const file = readPdf(pdf)
  const empty = formFields(file).find((field) => field.type === 'Sig' && isEmptyValue(file, field.value))
  return signPdf({
    pdf,
    field: empty
      ? { name: empty.name }
      : { name: keyRef, place: { width: 150, height: 60, near: { page: 1, corner: 'bottom-right' } } },
    signer: embeddedSigner({ folder: pki.keys, clock: systemClock }),
    keyRef,
    authorisation: { pin },
    timestampAuthority: null,
    now: systemClock.now(),
  })
}
