export const dayKindsEn = {
  working: 'working day',
  weekend: 'weekly day off',
  closed: 'closed by order',
  holiday: 'public holiday',
  compensatory: 'day off in lieu',
  swap_off: 'swapped day off',
  makeup_workday: 'made-up working day',
}

export const dayMarksEn = {
  received: 'day of receipt, not counted',
  'after-cut-off': 'received after the closing hour, counts as received on the next working day',
  'received-on-day-off': 'received on a day off, counts as received on the next working day',
  'taken-as-received': 'counts as the day of receipt',
  counted: 'counted',
  skipped: 'not counted',
  closed: 'not counted',
  stopped: 'suspended, not counted',
  'end-moved': 'ends on a day off, moved to the next working day',
  extended: 'time of the extension',
  due: 'day the result is due',
}

export const reckonTextsEn = {
  predicted: 'expected, awaiting the official notice',
  counts: (time: string) => `${time} counted`,
  nth: (nth: number) => `day ${nth}`,
  by: (documents: string) => ` (under ${documents})`,
  due: (at: string, term: string) => `Due: ${at} (${term})`,
  provisional: 'Expected: a day off on the way has not been officially announced yet.',
  hours: (count: number) => `${count} h`,
  minutes: (count: number) => `${count} min`,
  underMinute: 'under 1 minute',
}

export const deadlinesRefusalsEn = {
  'deadlines.term-invalid':
    'The time limit {quantity} ({unit}) is not valid. It must be more than 0; only working days may end in a half.',
  'deadlines.no-working-week':
    'No working hours apply on {on}. The administrator must add them before a due date can be given.',
  'deadlines.no-working-day':
    'The working calendar has no working day after {on}. The administrator must check the calendar.',
  'deadlines.rule-not-in-force':
    'The rule "{name}" is not in force on {on}. The administrator must add it before a due date can be given.',
  'deadlines.clock-broken':
    'The events of the time limit do not fit together (step "{kind}" at {at}). Tell the administrator.',
  'deadlines.clock-not-running': 'The time limit of the application is not running, so it cannot be extended.',
  'deadlines.extended-already':
    'The application has been given a new date {atMost} times. The law allows no more than {atMost}.',
  'deadlines.extend-too-late':
    'The apology must be sent by {latest}, before the due date {dueOn}. That day has passed.',
  'deadlines.extend-not-later': 'The new due date ({until}) must be after the present one ({dueOn}).',
  'deadlines.extend-day-off': '{until} is a day off. Choose a working day as the due date.',
  'deadlines.week-in-past':
    'A working week of its own starts tomorrow at the earliest: due dates already given are not changed backwards.',
  'deadlines.week-dates': 'The last day must not come before the first.',
  'deadlines.week-never-open': 'There must be at least one working session in the week.',
  'deadlines.week-hours':
    'The hours of a day are not right: closing comes after opening, and a session begins when the one before has ended.',
  'deadlines.week-exists':
    'The agency has a working week of its own from {on}. Choose another first day; a later entry replaces the earlier from that day.',
  'deadlines.close-dates': 'The last day ({to}) must not come before the first ({from}).',
  'deadlines.close-too-long': 'One order closes for at most {atMost} days. Enter a longer time as several orders.',
  'deadlines.close-too-old': 'Only orders from {earliest} on can be entered.',
  'deadlines.close-nothing': 'There is no working day from {from} to {to}, so there is nothing to close.',
  'deadlines.close-province': 'Only officers of the province can enter an order that closes the whole province.',
  'deadlines.reopened-already': 'The order {order} has been lifted already.',
  'deadlines.procedure-unknown': 'There is no procedure {code} in force on {on}.',
  'deadlines.procedure-term-unclear': 'The time limit of procedure {code} is not clear. State it with --term.',
  'deadlines.procedure-terms': 'Procedure {code} has several time limits by case: {terms}. State one with --term.',
  'deadlines.unit-unknown': 'There is no agency {code} on {on}.',
}
