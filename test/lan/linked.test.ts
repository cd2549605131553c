import { expect, test } from 'vitest'
import { acceptOffer, circleNamed } from '../helpers/linked-nodes.ts'
import { Neighbour, until } from './neighbour.ts'
import { canPretend, PretendLan } from './pretend-lan.ts'

test.runIf(canPretend)(
  '[Q8] nodes of two linked circles find each other in one network, with nobody in both',
  async () => {
    const [ana] = await circleNamed('Kitchen', 'Ana')
    const [rosa] = await circleNamed('River', 'Rosa')
    await acceptOffer([ana], [rosa])
    const circle = ana.circle
    await Promise.all([ana.close(), rosa.close()])
    const lan = await PretendLan.build(2)
    const at = new Neighbour(lan, 1, ana.folder)
    await Promise.all([at.comes('--lan'), new Neighbour(lan, 2, rosa.folder).comes('--lan')])
    await until('the kitchen has heard', async () => {
      const { items } = await at.api.link.list({ circle })
      return items[0]?.state === 'agreed'
    })
    expect(await at.api.circle.list({})).toHaveLength(1)
  },
)
