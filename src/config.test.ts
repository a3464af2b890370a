import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../test/support/temporary-folder.ts'
import { readSettings, SettingsError } from './config.ts'

const problemsOf = (environment: Record<string, string>): string => {
  try {
    readSettings({ MODE: 'test', DATA_FOLDER: '/nowhere', ...environment })
    return ''
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
}

describe('settings of signing devices and services', () => {
  it.each([
    [{ PKCS11_MODULE: '/nowhere/libtoken.so' }, 'PKCS11_MODULE=/nowhere/libtoken.so is no file here'],
    [{ PKCS11_MODULE: 'package.json' }, 'give its full path'],
    [{ CSC_URL: 'ftp://ky.example.vn/csc/v2' }, 'CSC_URL must be an address beginning with https:// or http://'],
    [{ CSC_URL: 'https://ky.example.vn/csc' }, 'must be the address of the API with its version'],
    [{ CSC_URL: 'https://ky.example.vn/csc/v2' }, 'CSC_CLIENT_SECRET is needed with CSC_URL'],
  ])('says what to mend: %o', (environment, words) => {
    expect(problemsOf(environment)).toContain(words)
  })

  it('takes a service with its account, and stands in for none in production', async () => {
    const common = { DATA_FOLDER: await temporaryFolder('motcua-settings-') }
    const account = { CSC_CLIENT_ID: 'motcua', CSC_CLIENT_SECRET: 'secret' }
    const given = readSettings({ ...common, ...account, MODE: 'test', CSC_URL: 'https://ky.example.vn/csc/v1/' })
    expect(given.remoteSigning.csc).toMatchObject({ side: 'real', url: 'https://ky.example.vn/csc/v1' })
    const production = {
      ...common,
      MODE: 'production',
      PUBLIC_ADDRESS: 'https://motcua.example.vn',
      TIMESTAMP_URL: 'https://tsa.example.vn',
    }
    expect(readSettings(production)).toMatchObject({ tokenModule: null, remoteSigning: { csc: null } })
  })
})
