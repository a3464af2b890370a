export const comparisonTextsEn = {
  must: {
    after: 'must be after',
    'not-before': 'cannot be before',
    before: 'must be before',
    'not-after': 'cannot be after',
  },
  mustAmount: {
    after: 'must be more than',
    'not-before': 'cannot be less than',
    before: 'must be less than',
    'not-after': 'cannot be more than',
  },
  than: (must: string, other: string) => `${must} “${other}”`,
  outOfOrder: (must: string, other: string, value: string) => `This answer ${must} ${other} (${value}). Check both`,
}
