import type { Client } from '../../src/api/client.ts'
import type { LivedWords } from './lived-words.ts'

type Scene = {
  readonly people: Readonly<Record<'ana' | 'ben' | 'cleo', { readonly node: Client }>>
  readonly words: LivedWords
  readonly circle: string
  readonly day: (days: number) => string
}

/** Ben facilitates, and a secretary is being found: in the change round, with Ana heard already. */
export async function liveRoles({ people, words, circle, day }: Scene, inStep: () => Promise<void>): Promise<string> {
  const { ana, ben, cleo } = people
  const { facilitates, forBen, forCleo, forBenToo, know } = words.roles
  const terms = { title: facilitates, text: forBen, until: day(200) }
  const { proposal } = await ana.node.role.seat({ circle, role: 'facilitator', person: words.ben, ...terms })
  await ana.node.round.open({ proposal })
  await inStep()
  for (const one of [ana, cleo]) await one.node.response.consent({ proposal })
  await inStep()
  await ben.node.response.consent({ proposal })
  await inStep()
  await ana.node.round.close({ proposal })
  await inStep()
  for (const one of [ben, cleo]) {
    const { items } = await one.node.agreement.list({ circle })
    for (const { agreement } of items) await one.node.agreement.show({ agreement })
  }

  const { selection } = await ana.node.selection.open({ circle, role: 'secretary' })
  await inStep()
  await ana.node.selection.nominate({ selection, nominee: words.cleo, reason: forCleo })
  await ben.node.selection.nominate({ selection, nominee: words.cleo, reason: forCleo })
  await cleo.node.selection.nominate({ selection, nominee: words.ben, reason: forBenToo })
  await inStep()
  await cleo.node.selection.inform({ selection, text: know })
  await ana.node.selection.change({ selection, nominee: words.ben, reason: forBen })
  await inStep()
  return selection
}
