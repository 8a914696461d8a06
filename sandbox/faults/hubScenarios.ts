import type { FaultScenario } from './faults.ts';

export const hubScenarios: readonly FaultScenario[] = [
  {
    name: 'hub-refuses',
    title: 'Subscription refused',
    description: 'The hub refuses every subscription (403).',
    faults: { hub: { status: 403 } },
  },
  {
    name: 'hub-denies',
    title: 'Subscription denied later',
    description: 'The hub takes the subscription and denies it through the socket.',
    faults: { hub: { deny: true } },
  },
  {
    name: 'hub-gone',
    title: 'Hub gone',
    description: 'The hub answers no subscription (503).',
    faults: { hub: { status: 503 } },
  },
  {
    name: 'hub-drops',
    title: 'Connection drops',
    description: 'Each connection is cut as soon as it is confirmed.',
    faults: { hub: { drop: true } },
  },
  {
    name: 'hub-mute',
    title: 'Hub says nothing',
    description: 'The connection is open, and nothing comes through it.',
    faults: { hub: { mute: true } },
  },
  {
    name: 'hub-heartbeat-stops',
    title: 'Heartbeat stops',
    description: 'The hub says once that it tells every second that it lives, and then nothing.',
    faults: { hub: { mute: true, heartbeatSeconds: 1 } },
  },
  {
    name: 'hub-socket-elsewhere',
    title: 'Socket elsewhere',
    description: 'The hub sends its listeners to another origin.',
    faults: { hub: { endpoint: 'foreign' } },
  },
  {
    name: 'hub-short-lease',
    title: 'Short subscriptions',
    description: 'A subscription lasts two seconds and has to be renewed.',
    faults: { hub: { leaseSeconds: 2 } },
  },
  {
    name: 'hub-late',
    title: 'Events late',
    description: 'Each event comes two seconds late.',
    faults: { hub: { lateMs: 2000 } },
  },
  {
    name: 'hub-doubled',
    title: 'Events twice',
    description: 'Each event comes twice.',
    faults: { hub: { doubled: true } },
  },
  {
    name: 'hub-foreign',
    title: 'Events of another session',
    description: 'Before each event comes one of another session, about another patient.',
    faults: { hub: { foreign: true } },
  },
  {
    name: 'hub-reordered',
    title: 'Events out of order',
    description: 'After each event comes an older one, about another patient.',
    faults: { hub: { reordered: true } },
  },
  {
    name: 'hub-without-id',
    title: 'Patient by number alone',
    description: 'Events name the patient by an identifier, without the id of the FHIR server.',
    faults: { hub: { withoutId: true } },
  },
  {
    name: 'hub-broken',
    title: 'Events broken off',
    description: 'Each event ends in the middle.',
    faults: { hub: { text: 'broken' } },
  },
  {
    name: 'hub-huge',
    title: 'Events too large',
    description: 'Each event has a megabyte of text in it.',
    faults: { hub: { text: 'huge' } },
  },
  {
    name: 'hub-lost',
    title: 'Events lost',
    description: 'No event reaches the app.',
    faults: { hub: { lost: true } },
  },
];
