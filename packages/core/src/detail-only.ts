/** What of a program only its detail tells; a card does without. */
export const detailOnly = [
  'description',
  'capacityNote',
  'meetingPlace',
  'payNote',
  'bring',
  'effortNote',
  'conditions',
  'coordinator',
  'contact',
  'apply',
  'note',
] as const;
