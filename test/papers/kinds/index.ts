import type { Paper, Style } from '../paper.ts'
import type { Random } from '../people.ts'
import { birthCertificate, birthDeclaration, deathExtract, maritalStatus, marriageCertificate } from './civil-status.ts'
import { buildingApplication, householdBusiness, intakeSlip, landUseRight } from './land-and-trade.ts'
import { cardBack, cardCopy, cardFront, criminalRecord } from './police.ts'
import { authorisation, disability, healthCertificate, rent } from './unseen.ts'

type Draw = (random: Random, style: Style) => Paper | Promise<Paper>

export const KNOWN: Draw[] = [
  birthCertificate,
  birthDeclaration,
  marriageCertificate,
  maritalStatus,
  deathExtract,
  buildingApplication,
  householdBusiness,
  landUseRight,
  criminalRecord,
  intakeSlip,
  cardFront,
  cardBack,
  cardCopy,
]

export const UNSEEN: Draw[] = [authorisation, healthCertificate, rent, disability]
