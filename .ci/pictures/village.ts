import type { Client } from '../../src/api/client.ts'

const REVIEW = '2099-01-01'
const TERMS = { aim: 'to share what we have', shares: 'what we decide about it', until: '2098-01-01', review: REVIEW }

/** One person's circles, some part of others, with links of every kind to each other and to some that they are not in. */
export async function foundVillage(node: Client, names: readonly string[] = VILLAGE): Promise<readonly string[]> {
  const circles: string[] = []
  for (const name of names.slice(0, 6))
    circles.push((await node.circle.create({ name, aim: 'to live well together' })).circle)
  const [village = '', garden = '', seeds = '', kitchen = '', river = '', school = ''] = circles
  const within = async (whole: string, part: string) => {
    await node.subCircle.tell({ circle: whole, other: part, as: 'sub-circle', name: nameOf(names, circles, part) })
  }
  await within(village, garden)
  await within(garden, seeds)
  await within(village, kitchen)
  const offer = { ...TERMS, sends: 1, receives: 1 }
  const name = (other: string) => nameOf(names, circles, other)
  // Both consent: a double link, and a single one to a broader circle.
  await agrees(node, await node.link.propose({ ...offer, circle: river, other: kitchen, name: name(kitchen) }))
  await tells(node, river, kitchen)
  await agrees(node, await node.link.accept({ circle: kitchen, other: river, review: REVIEW }))
  await tells(node, kitchen, river)
  const to = { ...offer, receives: 0, as: 'above' as const }
  await agrees(node, await node.link.propose({ ...to, circle: school, other: village, name: name(village) }))
  await tells(node, school, village)
  await agrees(node, await node.link.accept({ circle: village, other: school, review: REVIEW }))
  await tells(node, village, school)
  // Only one has consented so far; the others are known by that alone.
  for (const [at, other] of names.slice(6).entries()) {
    const from = circles[at % circles.length] ?? ''
    await agrees(node, await node.link.propose({ ...offer, circle: from, other: strange(at), name: other }))
  }
  return circles
}

const VILLAGE = [
  'Village',
  'Garden',
  'Seed library',
  'Kitchen',
  'Friends of the river',
  'School',
  'Bakery in the next village',
  'Cyclists',
  'Water board',
]

/** The number of a circle that nobody here is in. */
const strange = (at: number): string => at.toString(16).padStart(64, 'a')
const nameOf = (names: readonly string[], circles: readonly string[], id: string) => names[circles.indexOf(id)] ?? ''

async function agrees(node: Client, { proposal }: { readonly proposal: string }): Promise<void> {
  await node.round.open({ proposal })
  await node.response.consent({ proposal })
  await node.round.close({ proposal })
}

/** At once, by the file that one can carry oneself. */
async function tells(node: Client, circle: string, other: string): Promise<void> {
  const { text } = await node.statement.export({ circle, other })
  await node.statement.import({ text })
}
