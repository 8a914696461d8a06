// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { openSession } from '../../smart/session/session.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { sessionFacts } from './sessionFacts.ts';

function factsOf(more: object, site = siteOf({ fhircast: true })): ReadonlyMap<string, string> {
  const session = openSession(site, { ...granted('p1'), ...more });
  return new Map(
    sessionFacts(session, 'notAsked', undefined).map(({ name, values, note = '' }) => [
      name,
      `${values.join(', ')} ${note}`.trim(),
    ]),
  );
}

test('the inspector says what became of the view that a launch asked for, without its text', () => {
  const launchedView = JSON.stringify({
    appContext: { refusal: 'unknown', length: 19 },
    intent: { fragment: '#timeline' },
  });
  const facts = factsOf({ launchedView, intent: 'timeline' });
  expect(facts.get('View asked for (appContext)')).toBe(
    'not opened: the text of 19 characters is no view of Longview',
  );
  expect(facts.get('View asked for (intent)')).toBe('opened: #timeline');
  for (const broken of ['{', 'null', '7', '{"appContext":{"refusal":"<b>","length":1}}'])
    expect(factsOf({ launchedView: broken }).get('View asked for (appContext)')).toBe('none');
});

test('the inspector says why a hub is not used, and never its topic', () => {
  const hubTopic = 'topic-that-opens-the-session';
  const NAME = 'Chart followed (FHIRcast hub)';
  const hub = (hubUrl: string, site?: ReturnType<typeof siteOf>) =>
    factsOf({ hubUrl, hubTopic }, site).get(NAME);
  expect(factsOf({}).get(NAME)).toBe('none');
  expect(hub('https://fhir.general.example/hub')).toBe('not yet confirmed, at https://fhir.general.example');
  expect(hub('https://fhir.general.example/hub', siteOf())).toContain('“fhircast” is off in the site file');
  expect(hub('https://hub.example/1')).toContain('add https://hub.example to “extraOrigins”');
  expect(hub('javascript:alert(1)')).toContain('no secure address');
  expect([...factsOf({ hubUrl: 'https://fhir.general.example/', hubTopic }).values()].join()).not.toContain(
    hubTopic,
  );
});
