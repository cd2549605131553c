import type { Body } from '../../../src/domain/events.ts'
import { agreed, circleOf, together } from '../../helpers/circles.ts'
import type { Person } from '../../helpers/people.ts'
import { seated } from '../../helpers/selecting.ts'

/** What somebody might write who wants to be more than text in another program. */
export const NASTY = {
  formula: '=HYPERLINK("http://evil.example","Click, please")',
  html: '<script>alert(1)</script> <img src=x onerror="alert(1)"> ![picture](http://evil.example/pixel.png)',
  calendar: 'Sunday; cooking, together\r\nATTENDEE:mailto:x@evil.example\r\nEND:VEVENT',
  turned: 'We \u202eetirw\u202c backwards',
}

/** A circle of three in the middle of its life: what it agreed, one meeting held, one to come, one called off, roles held. */
export function writtenCircle(): { people: Person[]; meeting: string } {
  const people = circleOf('Ana', '+Ben', 'كليو')
  const [ana, ben] = people as [Person, Person, Person]
  ana.clock.now = Date.UTC(2026, 2, 1, 12)
  const both = `# We open\n\n- on Sundays\n- ${NASTY.html}`
  agreed(people, { title: NASTY.formula, text: both, criteria: ['twenty guests', '- a dash'], owner: ben.id })
  agreed(people, { title: 'المطبخ المشترك', text: 'نطبخ معًا في Repair café، 12 شخصًا.', driver: 'الجوع' })
  seated(people, 'facilitator', ana)
  ana.notices('@The kitchen, it "stays" cold')
  const meeting = ana.say('meeting.scheduled', { ...plan(NASTY.calendar.replaceAll('\r\n', ' '), 1), follows: null })
  hold(ana, ben, meeting)
  const next = ana.say('meeting.scheduled', { ...plan('A meeting with a long name, '.repeat(4), 30), follows: meeting })
  ana.say('meeting.moved', { meeting: next, ...plan('النظافة والهدوء في المطبخ المشترك للجميع في حيّنا', 31) })
  const off = ana.say('meeting.scheduled', { ...plan('Called off', 60), follows: null })
  ana.say('meeting.cancelled', { meeting: off, reason: 'rain' })
  together(...people)
  return { people, meeting }
}

const plan = (title: string, days: number) => ({
  title,
  starts: Date.UTC(2026, 2, 1 + days, 18, 30),
  minutes: 90,
  place: 'Ana’s kitchen, 2nd floor',
  note: null,
})

function hold(ana: Person, ben: Person, meeting: string): void {
  const topic = { kind: 'decide' as const, title: 'Opening hours', minutes: 20, owner: null, about: null }
  const item = ana.say('agenda.added', { meeting, ...topic, position: 'i' })
  const who: Body<'meeting.attended'>['who'][] = [{ person: ana.id }, { person: ben.id }, { guest: 'Dora' }]
  ana.say('meeting.started', { meeting })
  for (const one of who) ana.say('meeting.attended', { meeting, who: one, here: true, device: false })
  const [first, second, guest] = who as [(typeof who)[0], (typeof who)[0], (typeof who)[0]]
  const opening = { step: 'opening' as const, item: null, prompt: 'How are you here?', order: [first, second, guest] }
  const speaking = ana.say('speaking.opened', { meeting, ...opening })
  ana.say('speaking.taken', { speaking, who: first, as: 'done', text: '**Glad** to be here' })
  ana.say('speaking.taken', { speaking, who: guest, as: 'pass', text: null })
  ana.say('meeting.noted', { meeting, item, kind: 'note', text: '1. The key <b>hangs</b> at the door' })
  ana.say('outcome.written', { item, text: 'We try Sundays.' })
  const from = { kind: 'meeting' as const, id: meeting }
  ana.say('action.noted', { text: 'Copy the key', owner: ben.id, due: '2026-04-01', waitingFor: null, from })
  const says = { kind: 'words' as const, item, text: 'I bring <i>the ladder</i>' }
  const spoken = ana.say('words.spoken', { meeting, who: { guest: 'Dora' }, says })
  ben.hears(ana)
  ben.say('meeting.attended', { meeting, who: { person: ben.id }, here: true, device: true })
  ben.say('words.witnessed', { spoken })
  ana.hears(ben)
  ana.say('meeting.ended', { meeting })
  ana.say('minutes.written', { meeting, parents: [], text: 'We met & talked.' })
}
