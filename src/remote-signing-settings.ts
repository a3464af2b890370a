import type { RemoteSigningSettings } from './platform/settings.ts'

type Read = {
  url(name: string, protocols: string[]): string | null
  /** An address that must also look so. */
  address(name: string, pattern: RegExp, words: string): string | null
  text(name: string): string | undefined
  /** The value itself, or what stands in the file that `<NAME>_FILE` names. */
  secret(name: string): string | undefined
  required(name: string, value: string | undefined, because: string): string
}

/** Accounts of this installation at simulated services, made on this machine. */
type Kept = { remoteSigningSecret: string; remoteSigningNotices: string }

const MYSIGN_PROFILE = 'adss:ras:profile:001'

/**
 * Trust services that hold people's keys. One with an address is real; the others are stood in for outside
 * production, and do not exist in production.
 */
export function readRemoteSigning(
  read: Read,
  { port, kept, isProduction }: { port: number; kept: Kept; isProduction: boolean },
): RemoteSigningSettings {
  const simulators = `http://127.0.0.1:${port}`
  const smartca = read.url('SMARTCA_URL', ['https:', 'http:'])
  const mysign = read.url('MYSIGN_URL', ['https:', 'http:'])
  const needed = (name: string, address: string) => read.required(name, read.secret(name), address)
  const csc = read.address('CSC_URL', /\/v[12]$/, 'the address of the API with its version: https://…/csc/v2')
  const callsBack = read.text('MYSIGN_CALLBACK_ID')
  return {
    embeddedPort: port,
    smartca:
      smartca !== null
        ? {
            side: 'real',
            url: smartca.replace(/\/+$/, ''),
            spId: needed('SMARTCA_SP_ID', 'SMARTCA_URL'),
            spPassword: needed('SMARTCA_SP_PASSWORD', 'SMARTCA_URL'),
            noticeKey: read.secret('SMARTCA_NOTICE_KEY') ?? null,
          }
        : isProduction
          ? null
          : {
              side: 'embedded',
              url: `${simulators}/sca/sp769`,
              spId: 'motcua-gia-lap',
              spPassword: kept.remoteSigningSecret,
              noticeKey: kept.remoteSigningNotices,
            },
    mysign:
      mysign !== null
        ? {
            side: 'real',
            url: mysign.replace(/\/+$/, ''),
            clientId: needed('MYSIGN_CLIENT_ID', 'MYSIGN_URL'),
            clientSecret: needed('MYSIGN_CLIENT_SECRET', 'MYSIGN_URL'),
            profileId: read.text('MYSIGN_PROFILE') ?? MYSIGN_PROFILE,
            callback:
              callsBack === undefined
                ? null
                : { clientId: callsBack, clientSecret: needed('MYSIGN_CALLBACK_SECRET', 'MYSIGN_CALLBACK_ID') },
          }
        : isProduction
          ? null
          : {
              side: 'embedded',
              url: `${simulators}/vtss/service`,
              clientId: 'motcua-gia-lap',
              clientSecret: kept.remoteSigningSecret,
              profileId: MYSIGN_PROFILE,
              callback: { clientId: 'mysign-gia-lap', clientSecret: kept.remoteSigningNotices },
            },
    csc:
      csc !== null
        ? {
            side: 'real',
            url: csc,
            clientId: needed('CSC_CLIENT_ID', 'CSC_URL'),
            clientSecret: needed('CSC_CLIENT_SECRET', 'CSC_URL'),
          }
        : isProduction
          ? null
          : {
              side: 'embedded',
              url: `${simulators}/csc/v2`,
              clientId: 'motcua-gia-lap',
              clientSecret: kept.remoteSigningSecret,
            },
  }
}

export const REMOTE_SIGNING_HELP: [name: string, meaning: string, fallback: string][] = [
  ['SMARTCA_URL', 'VNPT SmartCA, address that ends in /sca/sp769', 'the embedded simulator; none in production'],
  ['SMARTCA_SP_ID', 'our account there', ''],
  ['SMARTCA_SP_PASSWORD', 'its password, or its file in SMARTCA_SP_PASSWORD_FILE', ''],
  [
    'SMARTCA_NOTICE_KEY',
    'secret part of the address that the service tells answers to (or …_FILE)',
    'none: it is asked',
  ],
  ['MYSIGN_URL', 'Viettel MySign, address that ends in /vtss/service', 'the embedded simulator; none in production'],
  ['MYSIGN_CLIENT_ID', 'our account there', ''],
  ['MYSIGN_CLIENT_SECRET', 'its secret, or its file in MYSIGN_CLIENT_SECRET_FILE', ''],
  ['MYSIGN_PROFILE', 'profile that the service gave', MYSIGN_PROFILE],
  ['MYSIGN_CALLBACK_ID', 'name under which the service calls back', 'none: it is asked'],
  ['MYSIGN_CALLBACK_SECRET', 'its secret, or its file in MYSIGN_CALLBACK_SECRET_FILE', ''],
  [
    'CSC_URL',
    'signing service of the CSC API, address that ends in /v1 or /v2',
    'the embedded simulator; none in production',
  ],
  ['CSC_CLIENT_ID', 'our account there', ''],
  ['CSC_CLIENT_SECRET', 'its secret, or its file in CSC_CLIENT_SECRET_FILE', ''],
  ['REMOTE_SIGNING_PORT', 'port of the embedded simulators and their telephones', '8083'],
]
