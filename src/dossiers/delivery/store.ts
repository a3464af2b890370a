import { execute, rows, sql, type Db } from '../../platform/db.ts'
import type { Dossier } from '../dossier.ts'
import type { DeliveryChange } from './delivery-change.ts'

export function deliveryChangesOf(db: Db, dossierId: string): Promise<DeliveryChange[]> {
  return rows(
    db,
    sql<DeliveryChange>`select no, from_delivery, to_delivery, address, at, by_account_id, by_name
      from dossiers.delivery_change where dossier_id = ${dossierId} order by no`,
  )
}

/** False when somebody changed the dossier since it was read: nothing is written then. */
export async function saveDeliveryChange(
  db: Db,
  { id, version }: Pick<Dossier, 'id' | 'version'>,
  change: DeliveryChange,
): Promise<boolean> {
  const touched = await execute(
    db,
    sql`update dossiers.dossier set version = version + 1, result_delivery = ${change.toDelivery}
        where id = ${id} and version = ${version}`,
  )
  if (touched !== 1) return false
  await execute(
    db,
    sql`insert into dossiers.delivery_change (dossier_id, no, from_delivery, to_delivery, address, at, by_account_id, by_name)
        values (${id}, ${change.no}, ${change.fromDelivery}, ${change.toDelivery}, ${change.address}, ${change.at},
          ${change.byAccountId}, ${change.byName})`,
  )
  return true
}
