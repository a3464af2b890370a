export const awaitedWordsEn = {
  one: 'The opinion of {unit} is awaited, by {day}.',
  several: 'Opinions are awaited from:',
  body: '{unit}, by {day}',
  clock: 'This does not move the due date. You do not have to do anything.',
}

export const partAwaitedWordsEn = {
  sent: 'Sent to {unit}: {duty}. By {day}.',
  accepted: '{unit} is at work on it: {duty}. By {day}.',
  clock: 'The due date does not change, and the result comes to where you filed. You do not have to do anything.',
}
