export type { Account, Contact, OfficerAt } from './account.ts'
export { actorNamed, actorOfAccount } from './actor-of-account.ts'
export {
  isPersonalId,
  maskPersonalId,
  readPersonalId,
  type Citizen,
  type CitizenFacts,
  type CitizenSource,
  type Sex,
} from './citizen.ts'
export { createDelegation } from './delegations/create-delegation.ts'
export { listDelegations, type DelegationView } from './delegations/list-delegations.ts'
export { revokeDelegation } from './delegations/revoke-delegation.ts'
export {
  actingGrantsOf,
  delegatedGrants,
  standInsFor,
  standInSignatories,
  type StandInSignatory,
} from './delegations/stand-ins.ts'
export { disableAccount } from './officers/disable-account.ts'
export { grantRole, withdrawRole } from './officers/grant-role.ts'
export { listAppointments, listOfficers, type AppointmentView, type OfficerView } from './officers/list-officers.ts'
export { openAccount } from './officers/open-account.ts'
export { leaversFrom, type Leaver } from './officers/store.ts'
export { createEmbeddedRegistry } from './citizen-registry/embedded.ts'
export {
  citizenRegistryPort,
  type CitizenRegistry,
  type RegistryAnswer,
  type RegistryPerson,
} from './citizen-registry/port.ts'
export { endSession, listSessions, resetSecondFactors, unlockAccount } from './end-session.ts'
export { createOpenIdProvider } from './identity-provider/openid.ts'
export { createVneidProvider } from './identity-provider/vneid/vneid.ts'
export { demoVneidKey, readVneidKey } from './identity-provider/vneid/vneid-key.ts'
export { simulatedVneidAddresses, startVneidSimulator } from './identity-provider/vneid/simulator.ts'
export { startEmbeddedIdentityProvider } from './identity-provider/embedded.ts'
export { identityProviderPort, type IdentityProvider } from './identity-provider/port.ts'
export { identifySession, identifyToken } from './identify.ts'
export { identifyRequest, sessionOf } from './identify-request.ts'
export { openCitizenAccount, RETURN_PATH } from './sign-in-citizen.ts'
export { keepTextMessages, keptTextMessages, textMessageFolder } from './text-messages/kept-messages.ts'
export { noTextMessages, textMessagesPort, type TextMessages } from './text-messages/port.ts'
export { sendText } from './text-messages/send-text.ts'
export { issueToken, tokenCommand, type IssuedToken } from './issue-token.ts'
export { disableIdleAccounts, identityJobs } from './jobs.ts'
export { loadDemoPeople, type DemoCitizen, type DemoPeople, type DemoSignIn } from './load-demo-people.ts'
export type { SignsWith } from './demo-source.ts'
export { lookUpCitizen } from './look-up-citizen.ts'
export { SESSION_COOKIE, openSession } from './open-session.ts'
export { HELD_PATH, keepTyped } from './held-request.ts'
export type { TypedFields } from './held-submission.ts'
export { changeContact, rememberCitizen } from './remember-citizen.ts'
export { hashPassword, verifyPassword } from './password.ts'
export { givePassword } from './set-password.ts'
export {
  accountById,
  accountBySignInName,
  accountOfCitizen,
  contactOf,
  holdersOfTelephone,
  grantsOf,
  officersAt,
} from './store/accounts.ts'
export { citizenById, findCitizenByPersonalId } from './store/citizens.ts'
export { totpCode } from './totp.ts'
export { identityRefusals } from './texts.ts'
export { rememberChoices } from './remember-choices.ts'
export { languagesOfCitizens } from './store/choices.ts'
export { appointClerk, removeClerk } from './organisations/appoint-clerk.ts'
export { recordRepresentative } from './organisations/record-representative.ts'
export { listOwnOrganisations } from './organisations/list-members.ts'
export type { Membership } from './organisations/member.ts'
export { organisationsOf, representativesOf } from './organisations/store.ts'
