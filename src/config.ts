import { join } from 'node:path'
import { keptSecrets, noSecrets } from './kept-secrets.ts'
import { PROJECT_ROOT } from './platform/root.ts'
import type { Settings } from './platform/settings.ts'
import { REMOTE_SIGNING_HELP, readRemoteSigning } from './remote-signing-settings.ts'
import { settingsReader, type Environment, type SettingsReader } from './settings-reader.ts'

/** A setting that cannot be used: which one, and what to write instead. */
export class SettingsError extends Error {
  constructor(problems: string[]) {
    super(`Settings to mend before starting:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'SettingsError'
  }
}

/** Every setting there is, with its default; `npm start -- --settings` prints this table. */
export const SETTINGS_HELP: [name: string, meaning: string, fallback: string][] = [
  ['MODE', 'demo or production', 'demo'],
  ['HOST', 'address to listen on', '127.0.0.1'],
  ['PORT', 'port of the system', '8080'],
  ['PUBLIC_ADDRESS', 'address people use', 'http://localhost:<PORT>'],
  ['DATA_FOLDER', 'where the embedded database, files and keys live', 'var'],
  ['FILE_FOLDER', 'file store', '<DATA_FOLDER>/files'],
  ['KEY_FOLDER', 'signing keys', '<DATA_FOLDER>/keys'],
  ['SCAN_FOLDER', 'folder scanners write to, one folder in it for each', '<DATA_FOLDER>/scans'],
  ['DATABASE_URL', 'PostgreSQL 16 or newer; without it the embedded server is started', ''],
  ['DATABASE_OWNER_URL', 'login that owns the tables and migrates', 'DATABASE_URL'],
  ['DATABASE_POOL', 'most connections of one process', '20'],
  ['DATABASE_PORT', 'port of the embedded database', '54329'],
  ['SECRET', 'at least 32 characters, signs cookies', 'made on first start'],
  ['MAIL_URL', 'SMTP server, smtp://user:password@host:port', 'the embedded catcher'],
  ['MAIL_FROM', 'sender of messages', 'Một Cửa <khong-tra-loi@motcua.invalid>'],
  ['MAIL_CATCHER_PORT', 'SMTP port of the embedded catcher', '8025'],
  ['IDENTITY_ISSUER', 'OpenID provider of citizens', 'the embedded one'],
  ['IDENTITY_KIND', 'openid, or vneid with its own wire format', 'openid'],
  ['VNEID_AUTHORIZE_URL, VNEID_TOKEN_URL, VNEID_USERINFO_URL', 'addresses of VNeID', 'its stand-in on this machine'],
  ['VNEID_PRIVATE_KEY_FILE', 'our RSA key, PEM, whose public half VNeID holds', ''],
  ['IDENTITY_CLIENT_ID', 'our name at that provider', 'motcua'],
  ['IDENTITY_CLIENT_SECRET', 'our secret at that provider', 'made on first start'],
  ['IDENTITY_PORT', 'port of the embedded provider', '8081'],
  ['TIMESTAMP_URL', 'RFC 3161 time-stamp authority', 'the embedded one'],
  ['TIMESTAMP_PORT', 'port of the embedded authority', '8082'],
  ['REVOCATION_PORT', 'port of the embedded OCSP and CRL responder', '8084'],
  ['REVOCATION_PRIVATE', 'yes: certificates may name addresses of this network', 'no'],
  ...REMOTE_SIGNING_HELP,
  ['TOKEN_SERVICE', "signing program with a USB token on an officer's own machine", 'wss://127.0.0.1:<TOKEN_PORT>'],
  ['TOKEN_PORT', 'port of that program; in a demo of its stand-in', '8987'],
  ['PKCS11_MODULE', 'library of the maker of the token or HSM, with its full path', 'none'],
  [
    'SCAN_MAILBOX',
    'box letters with papers come into, pop3s://user:password@host, or pop3+stls:// on port 110',
    'none: no letters are fetched',
  ],
  ['SCAN_MAILBOX_CA', "certificate of that box's own authority, PEM", 'what this machine trusts'],
  ['PROVINCE_CODE', 'code of the province', '22'],
  ['UPLOAD_MEGABYTES', 'largest file', '20'],
  ['SCAN_MEGABYTES', 'largest file of a scanner, such as a whole register', '150'],
  ['SCAN_PAGES', 'most pages of such a file', '2000'],
  ['UPLOAD_KEEP_HOURS', 'how long a file half sent is waited for', '48'],
  ['CLAMD_URL', 'virus scanner ClamAV, tcp://host:port', 'none: files are marked as not scanned'],
  ['RATE_LIMIT', 'requests a minute from one address', '600'],
  ['LOG_LEVEL', 'silent, error, warn, info or debug', 'warn in demo, info in production'],
]

/** Reads the environment once and checks every value; throws `SettingsError` with all problems at once. */
export function readSettings(environment: Environment): Settings {
  const problems: string[] = []
  const read = settingsReader(environment, problems)
  const mode = read.oneOf('MODE', ['demo', 'production', 'test'] as const, 'demo')
  const dataFolder = read.folder('DATA_FOLDER', join(PROJECT_ROOT, 'var'))
  const port = read.port('PORT', 8080)
  const databaseUrl = read.url('DATABASE_URL', ['postgres:', 'postgresql:'])
  const mailUrl = read.url('MAIL_URL', ['smtp:', 'smtps:'])
  const issuer = read.url('IDENTITY_ISSUER', ['https:', 'http:'])
  const identityKind = read.oneOf('IDENTITY_KIND', ['openid', 'vneid'] as const, 'openid')
  const vneid = readVneid(read, problems)
  const timestampUrl = read.url('TIMESTAMP_URL', ['https:', 'http:'])
  const catcherSmtpPort = read.port('MAIL_CATCHER_PORT', 8025)
  const identityPort = read.port('IDENTITY_PORT', 8081)
  const timestampPort = read.port('TIMESTAMP_PORT', 8082)
  const revocationPort = read.port('REVOCATION_PORT', 8084)
  const remoteSigningPort = read.port('REMOTE_SIGNING_PORT', 8083)
  const tokenPort = read.port('TOKEN_PORT', 8987)
  const tokenService = read.url('TOKEN_SERVICE', ['wss:'])
  const databasePort = read.port('DATABASE_PORT', 54329)
  read.distinct({
    PORT: port,
    MAIL_CATCHER_PORT: catcherSmtpPort,
    IDENTITY_PORT: identityPort,
    TIMESTAMP_PORT: timestampPort,
    REVOCATION_PORT: revocationPort,
    REMOTE_SIGNING_PORT: remoteSigningPort,
    TOKEN_PORT: tokenPort,
    DATABASE_PORT: databasePort,
  })
  const publicAddress = (read.url('PUBLIC_ADDRESS', ['https:', 'http:']) ?? `http://localhost:${port}`).replace(
    /\/+$/,
    '',
  )
  if (mode === 'production' && !publicAddress.startsWith('https:'))
    problems.push('PUBLIC_ADDRESS must begin with https:// in production')
  if (mode === 'production' && timestampUrl === null)
    problems.push('TIMESTAMP_URL must be given in production: the embedded authority is a demonstration')
  const given = read.text('SECRET')
  if (given !== undefined && given.length < 32) problems.push('SECRET needs at least 32 characters')
  const settings: Omit<Settings, 'secret' | 'identityProvider' | 'remoteSigning'> = {
    mode,
    publicAddress,
    host: read.text('HOST') ?? '127.0.0.1',
    port,
    databaseUrl,
    databaseOwnerUrl: read.url('DATABASE_OWNER_URL', ['postgres:', 'postgresql:']) ?? databaseUrl,
    databasePoolSize: read.number('DATABASE_POOL', 20, 2, 200),
    embeddedDatabasePort: databasePort,
    dataFolder,
    fileFolder: read.folder('FILE_FOLDER', join(dataFolder, 'files')),
    keyFolder: read.folder('KEY_FOLDER', join(dataFolder, 'keys')),
    scanFolder: read.folder('SCAN_FOLDER', join(dataFolder, 'scans')),
    mail: {
      url: mailUrl ?? `smtp://127.0.0.1:${catcherSmtpPort}`,
      from: read.text('MAIL_FROM') ?? 'Một Cửa <khong-tra-loi@motcua.invalid>',
      catcherSmtpPort,
    },
    tokenService: (tokenService ?? `wss://127.0.0.1:${tokenPort}`).replace(/\/+$/, ''),
    embeddedTokenPort: tokenPort,
    timestampAuthority: { url: timestampUrl ?? `http://127.0.0.1:${timestampPort}/`, embeddedPort: timestampPort },
    revocation: {
      embeddedUrl: `http://127.0.0.1:${revocationPort}`,
      embeddedPort: revocationPort,
      allowPrivate: read.oneOf('REVOCATION_PRIVATE', ['yes', 'no'] as const, 'no') === 'yes',
    },
    tokenModule: read.file('PKCS11_MODULE'),
    scanMailbox: readMailbox(read, problems),
    provinceCode: read.pattern('PROVINCE_CODE', /^\d{2}$/, 'two digits', '22'),
    uploadLimits: {
      fileBytes: read.number('UPLOAD_MEGABYTES', 20, 1, 500) * 1024 * 1024,
      scan: {
        bytes: read.number('SCAN_MEGABYTES', 150, 20, 250) * 1024 * 1024,
        pages: read.number('SCAN_PAGES', 2000, 200, 4000),
      },
      filesPerDossier: 100,
      unfinishedHours: read.number('UPLOAD_KEEP_HOURS', 48, 1, 720),
      unfinishedPerPerson: 60,
    },
    virusScanner: read.url('CLAMD_URL', ['tcp:']),
    rateLimitPerMinute: read.number('RATE_LIMIT', 600, 10, 1_000_000),
    logLevel: read.oneOf(
      'LOG_LEVEL',
      ['silent', 'error', 'warn', 'info', 'debug'] as const,
      mode === 'production' ? 'info' : 'warn',
    ),
    embedded: {
      database: databaseUrl === null,
      mailCatcher: mailUrl === null,
      identityProvider: identityKind === 'vneid' ? vneid === null : issuer === null,
      timestampAuthority: timestampUrl === null,
      revocation: mode !== 'production',
      tokenProgram: mode !== 'production' && tokenService === null,
    },
  }
  const clientId = read.text('IDENTITY_CLIENT_ID') ?? 'motcua'
  const clientSecret = read.text('IDENTITY_CLIENT_SECRET')
  if ((issuer !== null || vneid !== null) && clientSecret === undefined)
    problems.push('IDENTITY_CLIENT_SECRET is needed with IDENTITY_ISSUER and with VNEID_AUTHORIZE_URL')
  if (mode === 'production' && identityKind === 'vneid' && vneid === null)
    problems.push('VNEID_AUTHORIZE_URL must be given in production: its stand-in is a demonstration')
  // Nothing is written for settings that cannot be used.
  const kept = problems.length > 0 ? noSecrets() : keptSecrets(dataFolder)
  const remoteSigning = readRemoteSigning(read, { port: remoteSigningPort, kept, isProduction: mode === 'production' })
  if (problems.length > 0) throw new SettingsError(problems)
  return {
    ...settings,
    remoteSigning,
    secret: given ?? kept.secret,
    identityProvider: {
      kind: identityKind,
      vneid,
      issuer: issuer ?? `http://localhost:${identityPort}`,
      clientId,
      clientSecret: clientSecret ?? kept.identityClientSecret,
      embeddedPort: identityPort,
    },
  }
}

/** The password of a box goes over a line nobody else can hear, or stays on this machine. */
function readMailbox(read: SettingsReader, problems: string[]): Settings['scanMailbox'] {
  const authorityFile = read.file('SCAN_MAILBOX_CA')
  const given = read.secret('SCAN_MAILBOX')
  if (given === undefined) return null
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isHere = url?.protocol === 'pop3:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  const isSecret = url?.protocol === 'pop3s:' || url?.protocol === 'pop3+stls:'
  if (isSecret || isHere) return { address: given, authorityFile }
  problems.push('SCAN_MAILBOX must begin with pop3s:// or pop3+stls://, or with pop3:// on this machine')
  return null
}

/** All four together, or none. */
function readVneid(read: SettingsReader, problems: string[]): Settings['identityProvider']['vneid'] {
  const [authorizeUrl, tokenUrl, userinfoUrl] = (['AUTHORIZE', 'TOKEN', 'USERINFO'] as const).map((name) =>
    read.url(`VNEID_${name}_URL`, ['https:']),
  )
  const privateKeyFile = read.file('VNEID_PRIVATE_KEY_FILE')
  if (authorizeUrl && tokenUrl && userinfoUrl && privateKeyFile)
    return { authorizeUrl, tokenUrl, userinfoUrl, privateKeyFile }
  if (authorizeUrl || tokenUrl || userinfoUrl || privateKeyFile)
    problems.push('VNEID_AUTHORIZE_URL, VNEID_TOKEN_URL, VNEID_USERINFO_URL and VNEID_PRIVATE_KEY_FILE go together')
  return null
}
