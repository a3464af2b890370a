export {
  DELEGATION_KINDS,
  SUBSTITUTED_ROLES,
  coversProcedure,
  delegationStanding,
  signingPost,
  whyNotDelegate,
  whyNotRevoke,
  type Delegation,
  type DelegationFacts,
  type DelegationKind,
  type DelegationPlan,
  type DelegationStanding,
  type HeldPost,
  type Instrument,
  type SigningKind,
} from './delegation.ts'
export {
  delegationById,
  delegationsAt,
  delegationsFor,
  delegationsTo,
  holdDelegationsOf,
  insertDelegation,
  saveRevocation,
  standingDelegationsOf,
  type DelegationFilter,
} from './delegation-store.ts'
export {
  insertIssueAuthority,
  issueAuthoritiesFor,
  issueAuthorityById,
  saveAuthorityRevocation,
} from './issue-authority-store.ts'
export { isAuthorityInForce, whyNotAuthorise, type IssueAuthority } from './issue-authority.ts'
export { unitsInCharge } from './units-in-charge.ts'
export { suggestPlaces } from './suggest-places.ts'
export { placesOn } from './country.ts'
export type { PlaceBook } from './find-places.ts'
export type { PlaceMatch } from './place.ts'
export { findUnits, unitNow } from './find-units.ts'
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
  unitsByCode,
  unitsByIds,
  unitsCalled,
  unitsInForce,
  type Province,
} from './store.ts'
export { automaticWords, instrumentWords, standInWords } from './instrument.texts.ts'
export { delegationKindWords, organisationRefusals } from './texts.ts'
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
