export const conditionTextsEn = {
  and: ' and ',
  or: ' or ',
  not: (what: string) => `not: ${what}`,
  answered: (asked: string) => `${asked} is answered`,
  unanswered: (asked: string) => `${asked} is not answered`,
  atLeast: (asked: string, amount: number) => `${asked} is ${amount} or more`,
  atMost: (asked: string, amount: number) => `${asked} is ${amount} or less`,
  ticked: (asked: string) => `${asked} is ticked`,
  notTicked: (asked: string) => `${asked} is not ticked`,
  is: (asked: string, values: string) => `${asked} is ${values}`,
  isNot: (asked: string, values: string) => `${asked} is not ${values}`,
}
