import { vietnamDate } from './platform/dates.ts'
import type { DemoPeople, SignsWith } from './identity/index.ts'
import { unitByCode } from './organisation/index.ts'
import type { App } from './platform/app.ts'
import {
  ensureDemoCertificates,
  keepAutomaticPins,
  keyOfUnit,
  type DemoPins,
  type DemoPki,
  type RemoteSigningServer,
} from './signing/index.ts'

/**
 * Gives the invented officers who sign, approve, initial or certify copies, and the agencies and desks that seal them, certificates made
 * on this machine; tells their PINs. As the keeper of the agencies' keys would, it lets the system use them where an instrument on record
 * allows it.
 */
export async function certifyDemo(
  app: App,
  pki: DemoPki,
  people: DemoPeople,
  remoteSigning: RemoteSigningServer | undefined,
): Promise<DemoPins> {
  const pins = await ensureDemoCertificates(app, pki, {
    officers: people.officers.map((officer) => officer.signInName),
    roles: {
      people: ['signatory', 'head-of-division', 'specialist', 'intake-officer'],
      seals: ['signatory', 'clerk', 'intake-officer'],
    },
    ...(remoteSigning ? { telephones: telephonesOf(app, people, remoteSigning) } : {}),
  })
  if (remoteSigning && app.settings.remoteSigning.csc?.side === 'embedded') {
    // The same keys at a simulated service, where an administrator may try to link them.
    for (const { signInName } of pins.people) {
      remoteSigning.csc.enrol({ credentialID: `csc-${signInName}`, keyRef: `person-${signInName}`, multisign: 20 })
    }
  }
  const on = vietnamDate(app.clock.now())
  const keys = await Promise.all(
    pins.agencies.map(async ({ unitCode, pin }) => {
      const unit = await unitByCode(app.db, unitCode, on)
      const holder = unit && (await keyOfUnit(app.db, unit.id, app.clock.now()))
      return holder ? [[holder.keyRef, pin] as const] : []
    }),
  )
  await keepAutomaticPins(app.settings.keyFolder, Object.fromEntries(keys.flat()))
  return pins
}

/** Only where the service itself is stood in for: a real one knows nothing of invented people. */
function telephonesOf({ settings }: App, { officers, citizens }: DemoPeople, { phones }: RemoteSigningServer) {
  const simulated = (service: SignsWith | null | undefined): SignsWith[] =>
    service && settings.remoteSigning[service]?.side === 'embedded' ? [service] : []
  return {
    services: Object.fromEntries(
      officers.flatMap(({ signInName, signsWith }) =>
        simulated(signsWith).map((service) => [signInName, service] as const),
      ),
    ),
    citizens: citizens.flatMap(({ personalId, fullName, signsWith }) =>
      simulated(signsWith).map((service) => ({ personalId, fullName, service })),
    ),
    enrol: phones.enrol,
  }
}
