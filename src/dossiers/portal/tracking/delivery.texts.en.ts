export const deliveryTextsEn = {
  title: 'Change how you receive the result',
  link: 'Change how you receive the result',
  back: 'Application',
  now: (way: string) => `Your choice now: ${way}.`,
  means: 'You can change it until you have the result. The due date stays the same.',
  question: 'How do you want to receive the result?',
  hints: {
    electronic: 'As soon as there is a result you can download it here and from your documents.',
    counter: 'Go to the counter that received your application, with an identity document.',
    postal: 'The post brings it to you; you pay what the post charges.',
  },
  address: 'Address the post delivers to',
  addressHint: 'Only needed for delivery by post. Number, street, ward or commune, province.',
  save: 'Change',
  keep: 'Keep as it is',
  chooseWay: 'Choose how to receive the result.',
  writeAddress: 'Enter the address the post delivers to.',
}
