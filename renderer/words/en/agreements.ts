/** What a circle agreed, and whether it stands. */
export const agreements = {
  'agreements.state.in-force': 'In force',
  'agreements.state.settled': 'In force, seen by all',
  'agreements.state.contested': 'Needs another look',
  'agreements.state.superseded': 'Replaced',
  'agreements.state.invalid': 'Not valid',
  'agreements.lead': 'Agreed in {circle}. It stands until it is looked at again on {date}.',
  'agreements.overdue': 'The review was due on {date}. It stays in force until you look at it.',
  'agreements.contested':
    'While you were apart, not everyone knew what the others did. Nothing is undone: steps already begun and those that can be taken back may go on; wait with what cannot be undone until you have talked.',
  'agreements.contested.title': 'This needs another look together',
  'agreements.contest.objection': '{name} objected without knowing that it was closed: “{reason}”',
  'agreements.contest.other-consent': '{name} consented to other words without knowing that this was closed.',
  'agreements.contest.other-agreement': 'Other words were closed at the same time, by {name}.',
  'agreements.contest.laid-aside': '{name} put the proposal away without knowing that it was closed: “{reason}”',
  'agreements.contest.mutual-removal':
    '{name} closed a removal apart from this one: the two would each go by the other’s consent, so neither goes.',
  'agreements.contest.only-removed': 'It rested on the consent of {name} alone, given apart from their removal.',
  'agreements.contest.device-gone': '{name} says that the device from which they consented was gone by then',
  'agreements.contest.device-forked':
    '{name} consented from a device that had gone on in two ways, perhaps because it was restored from a copy. Ask {name} which words are theirs.',
  'agreements.contest.disputed-word': '{name} says that these words, spoken in the room, were not theirs: “{reason}”',
  'agreements.contested.go': 'Talk about it and ask everyone again',
  'agreements.superseded': 'Newer words took the place of these. They are kept because people relied on them.',
  'agreements.invalid':
    'Someone closed this round without everyone’s consent. It does not count; it is shown so that nothing is hidden.',
  'agreements.who': 'Who consented to these words',
  'agreements.consented': 'consented',
  'agreements.certificate': 'Certificate',
  'agreements.certificate.lead':
    'A small file that shows, years later and to anyone, that these people consented to exactly these words.',
  'agreements.certificate.save': 'Save the certificate',
  'agreements.toProposal': 'The proposal and its talk',
  'agreements.object': 'I object to this agreement…',
  'agreements.object.title': 'Object to an agreement',
  'agreements.object.lead':
    'The agreement stays for now. Your objection goes on the circle’s list, to be talked about next.',
  'agreements.object.send': 'Put it on the list',
  'agreements.object.done': 'Your objection is on the circle’s list.',
  'agreements.change': 'Suggest other words',
} as const
