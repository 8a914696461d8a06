import type { FaultScenario } from './faults.ts';

/** These strike `npm run cohort` and other clients of a bulk export. The app asks for none. */
export const bulkScenarios: readonly FaultScenario[] = [
  {
    name: 'bulk-slow',
    title: 'Export takes long',
    description: 'The export is in progress for twenty polls, three seconds apart.',
    faults: { bulk: { polls: 20, retryAfter: '3' } },
  },
  {
    name: 'bulk-busy',
    title: 'Export refused at first (429)',
    description: 'The kick-off is answered with 429 twice, and asks to wait for two seconds.',
    faults: { bulk: { kickOffStatus: 429, kickOffTimes: 2, retryAfter: '2' } },
  },
  {
    name: 'bulk-by-get',
    title: 'Export by GET alone',
    description: 'A kick-off by POST is refused, as servers of version 2 do.',
    faults: { bulk: { postStatus: 405 } },
  },
  {
    name: 'bulk-count-lies',
    title: 'Export counts wrongly',
    description: 'The manifest counts one resource more than the first file has.',
    faults: { bulk: { count: 'more' } },
  },
  {
    name: 'bulk-broken-line',
    title: 'Broken line in an export',
    description: 'A line in the middle of the results ends half way.',
    faults: { bulk: { line: 'broken', type: 'Observation' } },
  },
  {
    name: 'bulk-stranger',
    title: 'Stranger in an export',
    description: 'One result is of somebody who is not in the Group.',
    faults: { bulk: { line: 'stranger', type: 'Observation' } },
  },
  {
    name: 'bulk-cut',
    title: 'Export breaks',
    description: 'The connection breaks in the middle of the first two files.',
    faults: { bulk: { file: 'cut', fileTimes: 2 } },
  },
  {
    name: 'bulk-links-expire',
    title: 'Export links expire',
    description: 'The links of the files never work.',
    faults: { bulk: { linksExpire: 'always' } },
  },
  {
    name: 'bulk-manifest-page',
    title: 'Page for a manifest',
    description: 'The finished export answers with a web page in place of its manifest.',
    faults: { bulk: { manifest: 'notJson' } },
  },
  {
    name: 'bulk-outcome',
    title: 'Export with problems',
    description: 'The server reports that it left a result out, in a file of its own.',
    faults: { bulk: { outcome: 'error' } },
  },
];
