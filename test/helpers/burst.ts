import { clientInProcess } from '../../src/api/in-process.ts'
import { createRouter } from '../../src/api/router.ts'
import { openBackend } from '../../src/backend.ts'

// A process of its own, to be killed: it founds a circle in the folder it is given and speaks in it without end. A line
// of its output is the id of an event that the node has acknowledged; the first is the circle's.
let now = Date.UTC(2026, 2, 1, 12)
const opened = await openBackend(process.argv[2] ?? '', { ackInterval: 0, clock: () => (now += 1000) })
if (!opened.ok) throw new Error(opened.refusal.code)
const api = clientInProcess(createRouter(opened.value.commands))
const acknowledge = (event: string) => process.stdout.write(`${event}\n`)

await api.profile.create({ name: 'Ana' })
const { circle } = await api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
acknowledge(circle)
const terms = { title: 'Tuesday kitchen', text: 'We cook on Tuesdays.', review: '2027-01-01' }
const { proposal } = await api.proposal.present({ circle, ...terms })
acknowledge(proposal)
for (let number = 1; ; number += 1) {
  acknowledge((await api.proposal.react({ proposal, text: `Reaction ${number}` })).reaction)
}
