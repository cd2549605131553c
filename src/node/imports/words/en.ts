import type { ImportWords } from '../words.ts'

export const en: ImportWords = {
  statement: {
    decided: (source, title) => `Decided elsewhere (${source}), to be consented here: ${title}`,
    proposed: (source, title) => `Proposed elsewhere (${source}), to be looked at here: ${title}`,
    role: (source, title) => `A role from elsewhere (${source}), to be consented here: ${title}`,
    circle: (source, title) => `A circle from elsewhere (${source}), perhaps a sub-circle of ours: ${title}`,
    policy: (source, title) => `A policy from elsewhere (${source}), to be consented here: ${title}`,
    talked: (source, title) => `Talked about elsewhere (${source}): ${title}`,
  },
  sources: { loomio: 'Loomio', glassfrog: 'GlassFrog', holaspirit: 'Holaspirit', table: 'a table' },
  parts: {
    circle: 'Circle',
    aim: 'Aim',
    domain: 'Domain',
    accountabilities: 'Accountabilities',
    qualities: 'Qualities',
    months: 'For how many months',
    heldBy: 'Held by',
    outcome: 'What came of it',
    proposal: 'What was proposed',
    votes: 'Answers there',
    concerns: 'Concerns there',
    description: 'As it was described',
    comments: 'What was said',
  },
  from: 'From',
  unsigned: 'Brought in from another program: nobody signed it here.',
  shortened: 'The rest was left out: it is too long.',
  need: 'Nobody has consented to this here. Bring it as a proposal, change it, or let it go.',
}
