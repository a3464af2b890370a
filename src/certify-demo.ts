import type { DemoPeople } from './identity/index.ts'
import type { App } from './platform/app.ts'
import { ensureDemoCertificates, type DemoPins, type DemoPki } from './signing/index.ts'

/** Gives the invented officers who sign, and their agencies, certificates made on this machine; tells their PINs. */
export function certifyDemo(app: App, pki: DemoPki, people: DemoPeople): Promise<DemoPins> {
  return ensureDemoCertificates(app, pki, { officers: people.officers.map((officer) => officer.signInName) })
}
