export const instrumentTextsEn = {
  document: (number: string, day: string) => `document ${number} of ${day}`,
  assignment: (day: string, issuer: string) => `the assignment of ${day} by ${issuer}`,
  standIn: (name: string, other: string, under: string) => `${name} in place of ${other}, under ${under}`,
  automatic: (under: string) => `Automatic system, under ${under}`,
}
