export const runTextsEn = {
  counts: (time: string) => `${time} counted`,
  expected: 'expected, awaiting the official notice',
  received: 'application received',
  takenAsReceived: 'counts as the day of receipt',
  notYet: ', this day does not count yet',
  afterCutOff: 'received after the closing hour, counts as received on the next working day',
  onDayOff: 'received on a day off, counts as received on the next working day',
  madeUp: (names: string, nth: string) => `made-up working day${names}, counted (${nth})`,
  dayOff: 'weekly day off, not counted',
  notCounted: (what: string) => `${what}, not counted`,
  closed: 'closed',
  stopped: 'suspended',
  endMoved: 'ends on a day off, moved to the next working day',
  extended: 'time of the extension',
  due: 'due date',
  days: (count: number, nth: string) => `${count} days counted (${nth})`,
  counted: (nth: string) => `counted, ${nth}`,
  plain: 'counted',
  nth: (nth: string) => `day ${nth}`,
  nthToNth: (first: string, last: string) => `day ${first} to day ${last}`,
  fromTo: (first: string, last: string) => `, from ${first} to ${last}`,
  under: (documents: string) => ` under ${documents}`,
  to: ' to ',
  moment: (time: string, day: string) => `${time} on ${day}`,
}

export const dueHistoryTextsEn = {
  title: 'How the due date moved',
  original: 'First due date',
  current: 'Due date now',
  none: 'none',
  noneYet: 'no due date yet',
  lapsed: 'the due date {} no longer applies',
  begins: 'due {}',
  moved: 'due date moved from {} to {}',
  paper: 'Under',
  kinds: {
    restarted: 'Papers added, the time limit starts anew',
    resumed: 'Suspension over, handling goes on',
    extended: 'Apology and extension',
    closed: 'Agency closed by order',
    standing: 'The clock has stopped',
    stopped: 'Handling stopped',
    withdrawn: 'Withdrawn by the applicant',
  },
}

export const whyTextsEn = {
  calendar: 'Calendar of the time limit',
  lines: 'Day by day',
  provisional: 'Expected: a day off on the way has not been officially announced yet; the due date may change with it.',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  monthsOf: (from: string, to: string) => {
    const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
    const [lastYear, lastMonth] = [to.slice(0, 4), Number(to.slice(5, 7))]
    if (year !== lastYear) return `${month}/${year}–${lastMonth}/${lastYear}`
    return month === lastMonth ? `Month ${month}/${year}` : `Months ${month}–${lastMonth}/${year}`
  },
  cells: {
    received: 'in',
    late: 'late',
    counted: '',
    'made-up': 'work',
    'day-off': 'off',
    holiday: 'hol.',
    closed: 'shut',
    stopped: 'stop',
    'end-moved': 'off',
    extended: 'more',
    due: 'due',
  },
}
