/** A person's devices: coming back, a copied folder, one that is gone. */
export const devices = {
  'devices.restore': 'I have recovery words',
  'devices.restore.title': 'Be yourself again',
  'devices.restore.lead':
    'Type the 24 words you wrote down. This computer becomes a new device of yours; anyone in each of your circles then lets it in.',
  'devices.restore.words': 'Your recovery words',
  'devices.restore.wordsHint': 'In order, with spaces between them. They stay on this computer.',
  'devices.restore.send': 'Come back',
  'devices.restore.not': 'I am new here',
  'devices.back.title': 'Welcome back, {name}',
  'devices.back.lead':
    'This new device knows none of your circles yet. The words bring back who you are; what was said is with the others.',
  'devices.back.how':
    'Ask anyone in each circle for an invitation and take it up here. You compare five words, and the whole story comes with it. A file from a stick cannot help before that.',
  'devices.back.lost': 'If your old device is gone, say so afterwards on the page “People” of each circle.',
  'devices.back.join': 'I have an invitation',
  'devices.rejoin': 'This device still has to be let into: {circles}.',
  'devices.rejoin.how': 'Ask anyone there for an invitation and take it up here.',
  'devices.rejoin.unnamed': 'a circle whose name is not known here',
  'devices.copied.title': 'This folder was copied',
  'devices.copied.lead':
    'Two that speak as one would break a circle, so this copy cannot go on as the one it was copied from.',
  'devices.copied.what':
    'You can go on here as a new device of yours. You stay who you are; each of your circles has to let the new device in. What was copied is set aside and not used again. The original, where it lives on, goes on as before.',
  'devices.copied.send': 'Go on here as a new device',
  'devices.mine': 'Your devices',
  'devices.mine.lead': 'Each of them speaks for you in this circle.',
  'devices.others': 'Devices of the others',
  'devices.this': 'this device',
  'devices.first': 'here from the start',
  'devices.letIn': 'let in by {name} on {date}',
  'devices.gone': 'gone',
  'devices.revoke': 'This one is gone',
  'devices.revoke.title': 'Is this device gone?',
  'devices.revoke.what':
    'It was let in on {date}. What it said and you know of by now stands. Whatever else it says, or has said apart from here, decides nothing any more. It can still read what it has.',
  'devices.revoke.ever': 'There is no way back: if you find it again, it has to be let in anew.',
  'devices.revoke.send': 'Yes, it is gone',
  'devices.revoked': 'The circle knows that it is gone.',
  'devices.invite.another':
    '{name} is in this circle already. This is another device, and it will speak for {name} too.',
  'devices.invite.same': 'Yes, the same: let this device of {name} in',
  'devices.join.back': 'Welcome back: this device speaks for you now.',
  'devices.borrowed': 'in truth the device of {name}',
} as const
