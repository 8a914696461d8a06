import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSavedViewFragment } from '../../parts/savedViews/savedViewUrl.ts';
import { patientScreenIn } from '../../parts/navigation/patientScreens.ts';
import type { Audience } from '../../smart/authorization/audience.ts';
import type { LaunchedView } from '../../smart/session/launchedView.ts';
import { viewOfAppContext, viewOfIntent } from './requestedView.ts';

const opened = (fragment: string) => ({ fragment });

test('an appContext is a view, with or without its sign, the name of one, or JSON with one of these', () => {
  for (const [sent, view] of [
    ['#compare=k,creat&window=2y', '#compare=k,creat&window=2y'],
    ['compare=k,creat&window=2y', '#compare=k,creat&window=2y'],
    ['#compare=k,creat&window=2y&view=relative', '#compare=k,creat&view=relative&window=2y'],
    ['#series=map~calculated', '#series=map%7Ecalculated'],
    ['#results', '#results'],
    ['timeline', '#timeline'],
    ['overview', '#'],
    ['kidney', '#compare=bp-sys,k,creat,egfr,weight&window=2y'],
    ['{"longview":"#series=k"}', '#series=k'],
    [
      ' {"longview": "kidney", "other": {"patient": "4711"}} ',
      '#compare=bp-sys,k,creat,egfr,weight&window=2y',
    ],
  ] as const)
    expect([sent, viewOfAppContext(sent, 'clinician')]).toEqual([sent, opened(view)]);
});

test('what is no view, holds more than one, or is meant for another app opens nothing, and only its length is kept', () => {
  for (const [sent, refusal] of [
    ['patient=4711', 'unknown'],
    ['#results&patient=4711', 'unknown'],
    ['#compare=k&moment=2026-11-12', 'unknown'],
    ['#series=text%3Aedwin', 'unknown'],
    ['#inspect', 'unknown'],
    ['#account', 'unknown'],
    ['#print', 'unknown'],
    ['https://evil.example/#results', 'unknown'],
    ['//evil.example', 'unknown'],
    ['javascript:alert(1)', 'unknown'],
    ['#series=%3Cscript%3E', 'unknown'],
    ['constructor', 'unknown'],
    ['__proto__', 'unknown'],
    ['{}', 'withoutView'],
    ['{"view":"#results"}', 'withoutView'],
    ['{"longview":7}', 'withoutView'],
    ['{"longview":"#results","longview":"#timeline"}', 'withoutView'],
    ['{"__proto__":{"longview":"#results"}}', 'withoutView'],
    ['[{"longview":"#results"}]', 'withoutView'],
    ['"#results"', 'withoutView'],
    ['{"longview":"#inspect"}', 'unknown'],
    [`#compare=${'k,'.repeat(500)}`, 'tooLong'],
  ] as const)
    expect([sent, viewOfAppContext(sent, 'clinician')]).toEqual([sent, { refusal, length: sent.length }]);
});

test('row 57: an intent is the name of a view, and any other opens nothing', () => {
  expect(viewOfIntent('timeline', 'clinician')).toEqual(opened('#timeline'));
  expect(viewOfIntent('blood-count', 'clinician')).toMatchObject({
    fragment: expect.stringMatching(/^#compare=hgb/),
  });
  for (const intent of ['reconcile-medications', 'Timeline', '#timeline', 'compare=k', 'toString', ''])
    expect(viewOfIntent(intent, 'clinician')).toEqual({ refusal: 'unknown', length: intent.length });
});

test('each named view of clinicians is one that the app itself would save', () => {
  for (const name of [
    'overview',
    'results',
    'timeline',
    'kidney',
    'diabetes',
    'blood-count',
    'heart-and-vitals',
  ]) {
    const view = viewOfIntent(name, 'clinician');
    expect([name, 'fragment' in view && isSavedViewFragment(view.fragment)]).toEqual([name, true]);
  }
});

test('patients open their own screens and no others', () => {
  for (const [name, screen] of [
    ['results', 'results'],
    ['care', 'care'],
    ['growth', 'growth'],
    ['measurements', 'measurements'],
  ] as const) {
    const view = viewOfIntent(name, 'patient');
    expect('fragment' in view && patientScreenIn(view.fragment).name).toBe(screen);
  }
  expect(viewOfAppContext('#my-care', 'patient')).toEqual(opened('#my-care'));
  expect(viewOfAppContext('#series=k', 'patient')).toEqual(opened('#series=k'));
  for (const sent of ['#compare=k', 'kidney', 'timeline', '#results', '#series=text%3Aedwin', '#my-care&x=1'])
    expect([sent, viewOfAppContext(sent, 'patient')]).toMatchObject([sent, { refusal: 'unknown' }]);
  expect(viewOfAppContext('#my-care', 'clinician')).toMatchObject({ refusal: 'unknown' });
});

/** These are parts of hostile texts, and of views that are right. */
const SIGNS = '#|&|=|,|%|%23|%2|\\\\|//|/|:|?|@|<|>|"|{|}|[|null|\u0000|\n|\u202e|\ud800|🙂|ﬀ|İ'.split('|');
const VIEWS = 'compare= series= results timeline= window=2y since=visit look=fit k creat kidney'.split(' ');
const ATTACKS = 'javascript:alert(1) https://evil.example/ data:text/html, <script> <img onerror=1>'.split(
  ' ',
);
const NAMES = '__proto__ constructor toString longview {"longview":" "} patient=4711 text:edwin'.split(' ');
const PARTS = SIGNS.concat(VIEWS, ATTACKS, NAMES, 'x'.repeat(700));
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PARTS), { maxLength: 10 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.json({ maxDepth: 3 }),
  fc.string({ maxLength: 60 }).map((view) => JSON.stringify({ longview: view })),
);

const PATIENT_VIEW = /^#(?:my-(?:results|care|growth|measurements)|series=[\w.~%-]+)$/;

function isRight(view: LaunchedView, sent: string, audience: Audience): boolean {
  if (!('fragment' in view)) return view.length === sent.length;
  const { fragment } = view;
  const isOwn = audience === 'patient' ? PATIENT_VIEW.test(fragment) : isSavedViewFragment(fragment);
  return isOwn && /^#[\w=&,.~%-]*$/.test(fragment);
}

test.each(['clinician', 'patient'] as const)(
  'whatever is sent, it chooses a view of a %s in our own letters, or nothing',
  (audience) => {
    fc.assert(
      fc.property(hostile, (sent) => {
        for (const view of [viewOfAppContext(sent, audience), viewOfIntent(sent, audience)])
          expect([sent, isRight(view, sent, audience)]).toEqual([sent, true]);
      }),
      { numRuns: 3000, seed: 63 },
    );
  },
);
