export const pageTextsEn = {
  title: (count: number) => (count === 1 ? '1 picture, made into a PDF' : `${count} pictures, made into one PDF`),
  lead: 'The pictures that were sent are kept. Look at each page; correct what is wrong here, then press Save the pages.',
  page: (no: number) => `Page ${no}`,
  size: (size: string, dpi: number) => `${size}, ${dpi} dpi`,
  changed: {
    flattened: 'Cut along the four corners of the paper and straightened',
    turned: 'Turned so that the lines are level',
    nothing: 'As in the picture',
  },
  from: (name: string) => `From the picture ${name}, receipt`,
  order: 'Order',
  place: (no: number) => `Make it page ${no}`,
  turn: 'Turn',
  turns: { 0: 'Do not turn', 90: 'A quarter to the right', 180: 'Half way round', 270: 'A quarter to the left' },
  original: 'Use the original picture',
  remove: 'Remove this page',
  save: 'Save the pages',
}
