/** Everything that may differ between installations, read once by `src/config.ts`. */
export type Settings = {
  mode: 'demo' | 'production' | 'test'
  /** Address people use, without a final slash. */
  publicAddress: string
  host: string
  port: number
  /** Set: this server is used and no database is started. Null: the embedded one. */
  databaseUrl: string | null
  /** Role that owns the tables and migrates; without it `databaseUrl` does both. */
  databaseOwnerUrl: string | null
  databasePoolSize: number
  embeddedDatabasePort: number
  /** Folder of everything this machine keeps: embedded database, files, keys. */
  dataFolder: string
  fileFolder: string
  keyFolder: string
  /** Scanners write into folders below it. */
  scanFolder: string
  /** Signs cookies and form tokens; made on first start when not given. */
  secret: string
  mail: { url: string; from: string; catcherSmtpPort: number }
  identityProvider: {
    kind: 'openid' | 'vneid'
    /** Of the OpenID provider; where VNeID stands in for it, the origin of its stand-in. */
    issuer: string
    clientId: string
    clientSecret: string
    embeddedPort: number
    /** Null while its stand-in serves. */
    vneid: { authorizeUrl: string; tokenUrl: string; userinfoUrl: string; privateKeyFile: string } | null
  }
  timestampAuthority: { url: string; embeddedPort: number }
  /** Who answers for certificates made on this machine; whether others may name addresses of this network. */
  revocation: { embeddedUrl: string; embeddedPort: number; allowPrivate: boolean }
  remoteSigning: RemoteSigningSettings
  /** `wss://127.0.0.1:<port>`: where a page finds the signing program of the officer's own machine. */
  tokenService: string
  /** Port of the stand-in for that program. */
  embeddedTokenPort: number
  /** Library of the maker of the token or HSM (PKCS#11); null where there is none. */
  tokenModule: string | null
  /** The box papers come into by letter, and the PEM file of its own authority; null where there is none. */
  scanMailbox: { /** `pop3s://user:password@host` */ address: string; authorityFile: string | null } | null
  provinceCode: string
  uploadLimits: {
    fileBytes: number
    /** Of one file that a scanner, a desk or a letter brings to be digitised. */
    scan: { bytes: number; pages: number }
    filesPerDossier: number
    /** Hours a file on its way is waited for. */
    unfinishedHours: number
    /** Files one person may have on their way at once. */
    unfinishedPerPerson: number
  }
  /** `tcp://host:port` of ClamAV's daemon; null where none runs. */
  virusScanner: string | null
  rateLimitPerMinute: number
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  embedded: {
    database: boolean
    mailCatcher: boolean
    identityProvider: boolean
    timestampAuthority: boolean
    revocation: boolean
    tokenProgram: boolean
  }
}

/** Trust services that hold people's keys; null where this installation has no account. */
export type RemoteSigningSettings = {
  embeddedPort: number
  smartca: {
    side: 'real' | 'embedded'
    url: string
    spId: string
    spPassword: string
    /** Secret part of the address to which the service tells answers; null: it is only asked. */
    noticeKey: string | null
  } | null
  mysign: {
    side: 'real' | 'embedded'
    url: string
    clientId: string
    clientSecret: string
    profileId: string
    /** What the service signs in with when it calls back; null: it is only asked. */
    callback: { clientId: string; clientSecret: string } | null
  } | null
  /** Of the Cloud Signature Consortium's API; its address ends with the version. */
  csc: { side: 'real' | 'embedded'; url: string; clientId: string; clientSecret: string } | null
}
