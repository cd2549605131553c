/** The people of a circle, and who is reachable. */
export const people = {
  'people.title': 'People',
  'people.lead': 'Who belongs to {circle}.',
  'people.you': 'you',
  'people.state.joined': 'Member',
  'people.state.guest': 'Guest',
  'people.state.on-leave': 'On leave',
  'people.state.suspended': 'Suspended',
  'people.state.left': 'Has left',
  'people.state.removed': 'Removed',
  'people.past': 'Were here before',
  'people.invite': 'Invite someone',
  'people.guest.title': 'What is a guest?',
  'people.guest.what':
    'Whoever comes in after the first agreement begins as a guest. A guest reads everything, asks, answers and reacts; rounds do not ask for their consent yet.',
  'people.guest.how':
    'To make a guest a member, someone brings a proposal that names them. When everyone consents, they are a member.',
  'people.guest.you':
    'You are a guest here. You can ask and react; the circle decides by consent to make you a member.',
  'people.guest.propose': 'Propose to make {name} a member',
  'people.name.title': 'What you are called here',
  'people.name.label': 'Your name in this circle',
  'people.name.lead': 'Everyone in the circle sees it. What you signed before stays as it was signed.',
  'people.name.change': 'Change your name',
  'people.name.changed': 'You are {name} here from now on.',
  'people.leave.title': 'Going away for a while?',
  'people.leave.lead':
    'While you are on leave, new rounds do not wait for you. You are back with your first word in the circle, or when you end it here.',
  'people.leave.start': 'Take a leave of absence',
  'people.leave.on': 'You are on leave. New rounds do not wait for you.',
  'people.leave.end': 'I am back',
  'people.leave.started': 'You are on leave now. The others can see it.',
  'people.leave.ended': 'Welcome back.',
  'people.ways': 'When somebody is away, or it does not go on together',
  'people.apart.title': 'When it does not go on together',
  'people.apart.lead':
    'First talk, if you can: with the person, or with somebody both of you trust. What follows is there when that is not enough. Each step goes no further than it has to.',
  'people.apart.self.title': 'For yourself, at once',
  'people.apart.self':
    'Nobody has to be asked. You need not answer, and you can take a leave of absence: new rounds do not wait for you, and your first word brings you back. It changes nothing for anyone else.',
  'people.apart.together.title': 'By consent of the others',
  'people.apart.together':
    'You propose it, and everyone but that person is asked. They can ask, say how it is for them and note concerns. Nothing happens until all the others have consented.',
  'people.apart.who': 'Whom is it about?',
  'people.apart.what': 'What would you propose?',
  'people.apart.rest': 'A pause',
  'people.apart.rest.what': 'They are not asked for now. They stay a member, and their own first word ends it.',
  'people.apart.remove': 'To go on without them',
  'people.apart.remove.what':
    'They no longer belong. What they said until then counts, and what was agreed stays. What is said from then on they can no longer read; what they have already, they keep. They can be let in again later.',
  'people.apart.why': 'What happened, and what is it that the circle needs?',
  'people.apart.why.lead':
    'Everyone reads it, that person too. Say what you saw and what follows from it for the circle, rather than what somebody is like.',
  'people.apart.send': 'Bring this to the others',
  'people.apart.rest.proposal': 'We do not ask {name} for now',
  'people.apart.remove.proposal': 'We go on without {name}',
  'people.away.title': 'While somebody is away',
  'people.away.lead':
    'Everyone who is asked answers: nobody’s silence is taken for consent. That is so in every circle until it agrees otherwise.',
  'people.away.first.title': 'What to try first',
  'people.away.first':
    'Remind them. Ask whether they want to take leave for a while; then new rounds do not wait for them. When somebody has been silent for long, the others can agree not to ask them until they speak again.',
  'people.away.rest': 'Propose a pause',
  'people.away.silence.title': 'Letting silence count',
  'people.away.silence':
    'A circle can agree that whoever opens a round may set a time. When it is over on two people’s clocks, and fewer than half are silent, it can be closed without them. The agreement says for ever who was absent. Nobody is removed that way.',
  'people.away.lost.title': 'What you give up',
  'people.away.lost':
    'As long as everyone answers, two parts of a circle that cannot reach each other never agree on different things. Once silence counts, they can. Then both agreements are shown as contested, and you have to talk. Whoever was away can object afterwards, and that contests it too.',
  'people.away.days': 'After how long?',
  'people.away.count': '{days, plural, one {# day} other {# days}}',
  'people.away.proposal':
    '{days, plural, one {After # day silence} other {After # days silence}} no longer holds up a round',
  'people.away.text':
    'Whoever opens a round may say that silence counts: at the earliest after {days, plural, one {# day} other {# days}}, and only where fewer than half are silent. The agreement says who was absent, and they can object afterwards.',
  'people.away.send': 'Bring this to the circle',
  'people.differs':
    'The program of {names} makes something else of the same words than yours. One of the two has a fault: compare what you both see, and update.',
  'people.inStep': 'In step',
  'people.inStep.lead':
    'Who is here right now, and when you last knew the same. Alone you can do everything too: it comes together when you meet.',
  'people.none.title': 'Nobody to be in step with yet',
  'people.none': 'When someone shares a circle with you, you see here whether they can be reached.',
  'people.here': 'Here now',
  'people.away': 'Not reachable',
  'people.path.direct': 'directly, from device to device',
  'people.path.other': 'by way of {path}',
  'people.last': 'In step {ago}',
  'people.never': 'Not met since the program was started',
  'people.count':
    '{count, plural, =0 {Nobody is reachable right now.} one {# person is reachable.} other {# people are reachable.}}',
  'people.listen.title': 'Let others reach you',
  'people.listen.lead':
    'For people in the same network, such as the same Wi-Fi or cable. Nothing is sent until they call.',
  'people.listen.where': 'In which network?',
  'people.listen.here': 'Only this computer, to try it',
  'people.listen.start': 'Be reachable',
  'people.listen.on': 'You can be reached. Give the others this address, or let them scan it.',
  'people.listen.address': 'Your address',
  'people.listen.copy': 'Copy',
  'people.listen.copied': 'Copied.',
  'people.listen.qr': 'Your address as a picture to scan',
  'people.listen.show': 'Show it as a picture to scan',
  'people.call.title': 'Reach someone',
  'people.call.lead': 'Take the address from their page “In step”.',
  'people.call.address': 'Their address',
  'people.call.scan': 'Scan it',
  'people.call.send': 'Connect',
  'people.call.done': 'You are connected. What one of you has, the other gets now.',
  'people.call.gone': 'They answered and went away again. Try once more.',
} as const
