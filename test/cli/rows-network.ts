import type { Row } from './rows.ts'

/** How people of a circle reach each other. */
export const NETWORK_ROWS: readonly Row[] = [
  {
    line: 'circle reach Garden lan',
    asks: 'circle.reach',
    input: { circle: 'Garden', reach: 'lan' },
    answer: { circle: 'c1', reach: 'lan' },
  },
  {
    line: 'update offer /m/new.nst-update',
    asks: 'update.offer',
    input: { file: '/m/new.nst-update' },
    answer: { offered: { version: '2.0.0', platform: 'linux', arch: 'x64', file: 'nst.deb', size: 5_000_000 } },
  },
  { line: 'update withhold', asks: 'update.offer', input: { file: null }, answer: { offered: null } },
  {
    line: 'update list',
    asks: 'update.list',
    input: {},
    answer: { version: '1.0.0', keys: 0, threshold: 1, offers: [], offered: null },
  },
  {
    line: 'update fetch 2.0.0',
    asks: 'update.fetch',
    input: { version: '2.0.0' },
    answer: { file: '/d/updates/new.nst-update' },
  },
  {
    line: 'update take /m/new.nst-update',
    asks: 'update.prepare',
    input: { file: '/m/new.nst-update' },
    answer: { installer: '/d/updates/nst.deb', version: '2.0.0' },
  },
  {
    line: 'status Garden',
    asks: 'network.status',
    input: { circle: 'Garden' },
    answer: [{ circle: 'c1', person: 'x', name: 'Ana', reachable: true, path: 'direct', lastInStep: 0 }],
  },
  {
    line: 'circle keepers c1',
    asks: 'keeper.list',
    input: { circle: 'c1' },
    answer: {
      circle: 'c1',
      keepers: [
        {
          keeper: 'k1',
          address: 'nstk1-x',
          agreement: 'g1',
          state: 'in-force',
          place: '192.0.2.1',
          standing: 'coming',
          connected: true,
          kept: 3,
          known: 4,
          lastHere: 0,
        },
      ],
      proposed: [{ proposal: 'p1', title: 'The library', address: 'nstk1-y' }],
      asOf: 's1',
    },
  },
  {
    line: 'circle relays c1',
    asks: 'relay.list',
    input: { circle: 'c1' },
    answer: {
      circle: 'c1',
      relays: [{ relay: 'r1', address: 'nstr1-x', agreement: 'g1', state: 'in-force', standing: 'used', carries: 1 }],
      proposed: [{ proposal: 'p1', title: 'The library', address: 'nstr1-y' }],
      asOf: 's1',
    },
  },
  { line: 'status', asks: 'network.status', input: {}, answer: [] },
  {
    line: 'circle reach Garden internet',
    asks: 'circle.reach',
    input: { circle: 'Garden', reach: 'internet' },
    answer: { circle: 'c1', reach: 'internet' },
  },
  {
    line: 'bootstrap show',
    asks: 'network.bootstrap',
    input: {},
    answer: { own: [], usual: ['198.51.100.1:49737'], asked: ['198.51.100.1:49737'] },
  },
  {
    line: 'bootstrap set 203.0.113.5:4000,node.example:4001',
    asks: 'network.setBootstrap',
    input: { bootstrap: '203.0.113.5:4000,node.example:4001' },
    answer: { own: ['203.0.113.5:4000'], usual: [], asked: ['203.0.113.5:4000'] },
  },
  {
    line: 'bootstrap usual',
    asks: 'network.setBootstrap',
    input: { bootstrap: '' },
    answer: { own: [], usual: [], asked: [] },
  },
]
