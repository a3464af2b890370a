export const errorTextsEn = {
  errorPrefix: 'Error: ',
  errorCount: (count: number) => (count === 1 ? 'There is 1 thing to correct' : `There are ${count} things to correct`),
}
