export { findUnits } from './find-units.ts'
export { loadOrganisation } from './load-organisation.ts'
export {
  agenciesServedBy,
  agencyOfCommune,
  centreServing,
  communes,
  descendantsOf,
  positions,
  predecessorsOf,
  provinces,
  successorsOf,
  unitByCode,
  unitById,
  unitBySlug,
  unitsByIds,
  unitsInForce,
  type Province,
} from './store.ts'
export { organisationRefusals } from './texts.ts'
export {
  isInForce,
  nameInSentence,
  type Position,
  type Succession,
  type SuccessionKind,
  type Unit,
  type UnitForm,
  type UnitKind,
  type UnitMatch,
} from './unit.ts'
