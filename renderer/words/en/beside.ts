/** People who came without a device. */
export const beside = {
  'beside.bar': 'Who speaks at this device',
  'beside.now': '{name} speaks now',
  'beside.hand': 'Hand it to {name}',
  'beside.home': 'Take keys home',
  'beside.title': 'People at this device',
  'beside.lead': 'They came without a device. Each has a key of their own on that of {name}.',
  'beside.none': 'Nobody but you',
  'beside.none.how':
    'In a meeting, under “Somebody came without a device”, you can give somebody a key of their own here.',
  'beside.counts': 'What they say after the device was handed to them counts as their own word, like anybody’s.',
  'beside.shown':
    'It shows for ever that it was said on the device of {name}. Whoever owns a device could misuse a key on it: so hand it on, and go home with yours.',
  'beside.later':
    'With the words of their key they come back on a device of their own, say under “People” that this one is gone, and object to anything that was not theirs.',
  'beside.slip': 'Show the words of {name}’s key',
  'beside.slip.lead': 'Only {name} looks now. These words are {name}: whoever has them speaks with that voice.',
  'beside.slip.back':
    'At home: install Next Step Together, choose “I have recovery words”, and ask anyone of the circle for an invitation.',
  'beside.slip.print': 'Print this slip',
  'beside.slip.kept': '{name} has these words on paper',
  'beside.takeHome': '{name} takes the key home',
  'beside.gone': 'Nothing on this device speaks for {name} any more.',
  'beside.note': 'on the device of {name}',
} as const
