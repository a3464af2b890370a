import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/index.ts'
import { openApp } from '../../src/context.ts'
import { loadCalendar } from '../../src/deadlines/index.ts'
import { loadDemoPeople } from '../../src/identity/index.ts'
import { loadOrganisation } from '../../src/organisation/index.ts'
import { FakeClock } from './fake-clock.ts'
import { testSettings } from './test-settings.ts'

export const PROVINCE_DATABASE = 'motcua_province'
const KEPT_FILES = ['demo-people.json', 'secrets.json']

/** The template with the whole province in it, made by the first test of a run that wants one. */
export async function provinceTemplate(): Promise<{ database: string; folder: string }> {
  const { urls, provinceFolder: folder } = inject('database')
  const on = (role: keyof typeof urls, database: string) =>
    Object.assign(new URL(urls[role]), { pathname: `/${database}` }).href
  const admin = new pg.Client({ connectionString: on('postgres', 'postgres') })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(22)')
    const made = await admin.query('select 1 from pg_database where datname = $1 and datistemplate', [
      PROVINCE_DATABASE,
    ])
    if (made.rowCount === 0) {
      const template = new URL(urls.postgres).pathname.slice(1)
      await admin.query(`drop database if exists ${PROVINCE_DATABASE}`)
      await admin.query(
        `create database ${PROVINCE_DATABASE} template ${template} strategy file_copy owner motcua_owner`,
      )
      await fill(on('motcua_app', PROVINCE_DATABASE), folder)
      await admin.query(`alter database ${PROVINCE_DATABASE} is_template true`)
    }
  } finally {
    await admin.end()
  }
  return { database: PROVINCE_DATABASE, folder }
}

async function fill(databaseUrl: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const app = await openApp({
    settings: testSettings(folder),
    databaseUrl,
    work: { jobs: [], reactions: [] },
    refusals: {},
    clock: new FakeClock(),
  })
  try {
    await loadOrganisation(app)
    await loadCalendar(app.db)
    await loadCatalogue(app)
    await loadDemoPeople(app)
  } finally {
    await app.close()
  }
}

/** The secrets the people of the template sign in with. */
export async function copySecrets(from: string, to: string): Promise<void> {
  for (const file of KEPT_FILES) await copyFile(join(from, file), join(to, file))
}
