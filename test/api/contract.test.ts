import { expect, test } from 'vitest'
import { contract, procedures } from '../../src/api/contract.ts'

const names = (groups: object) =>
  Object.entries(groups).flatMap(([group, members]) => Object.keys(members as object).map((name) => `${group}.${name}`))

test('every query has a live twin, and no command has', () => {
  expect(names(contract.live)).toEqual(
    names(procedures).filter((name) =>
      /\.(show|why|list|status|info|windows|notRead|shell|verify|bootstrap|steps|underWay)$|^(keeper|relay)\.read$|^invite\.open$/.test(
        name,
      ),
    ),
  )
})

test('every command says what its person was looking at, and may tell what they had not seen', () => {
  const commands = names(procedures).filter((name) => !names(contract.live).includes(name))
  expect(commands).toContain('response.consent')
  for (const name of commands) {
    const [group, member] = name.split('.') as ['round', 'close']
    const { inputSchema, outputSchema } = procedures[group][member]['~orpc']
    expect(Object.keys(inputSchema!.shape)).toContain('asOf')
    expect(Object.keys(outputSchema!.shape)).toContain('meanwhile')
  }
})
