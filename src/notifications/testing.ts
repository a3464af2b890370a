import type { Static } from 'typebox'
import type { tellPeople } from './tell-people.ts'

type Telling = Static<typeof tellPeople.input>

/** A dossier received at a ward's centre, its applicant known and reachable. */
export function aTelling(changes: Partial<Telling> = {}): Telling {
  return {
    dossierId: '0192f0c0-0000-7000-8000-00000000d001',
    eventNo: 2,
    template: 'received',
    facts: {
      code: 'H49.1.12-261120-0007',
      procedureName: 'Đăng ký khai sinh',
      unitName: 'Trung tâm Phục vụ hành chính công phường Bãi Cháy',
      dueOn: '2026-11-24',
    },
    persons: [{ citizenId: '0192f0c0-0000-7000-8000-00000000c001', email: 'lan.tran@example.vn' }],
    ...changes,
  }
}
