// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { openedSession } from '../../../testing/openedSessionFixture.ts';
import { speak, speakEnglish } from '../../../words/language.ts';
import { careMessages } from '../care/care.messages.ts';
import { growthMessages } from '../growth/growth.messages.ts';
import { measurementsMessages } from '../measurements/measurements.messages.ts';
import { myResultsSpanish } from '../myResults.es.messages.ts';
import { myResultsMessages } from '../myResults.messages.ts';
import { nameLanguage } from '../sentWords/sentLanguage.ts';
import { ageGroupOf, calendarDayMs } from './whoseRecord.ts';
import { BirthAndDeath, WhoseRecordHeading } from './WhoseRecord.tsx';

const NOW_MS = Date.parse('2026-11-24T20:05:00Z');
const tokenOf = (fhirUser: string): string =>
  ['e30', Buffer.from(JSON.stringify({ fhirUser })).toString('base64url'), 'x'].join('.');

const MAJA = { id: 'p1', name: [{ family: 'Sørensen', given: ['Maja'] }] };

/** Shows the heading of a record to somebody who signed in, and returns its words and the facts below it. */
function shown(fhirUser: string, patient: object): readonly [heading: string, facts: string] {
  const identity = readPatient({ ...MAJA, ...patient }, NOW_MS);
  const { container } = render(
    <InOpenRecord nowMs={NOW_MS} patient={identity} session={openedSession({ idToken: tokenOf(fhirUser) })}>
      <WhoseRecordHeading patient={identity} />
      <BirthAndDeath patient={identity} />
    </InOpenRecord>,
  );
  const facts = [...container.querySelectorAll('p > span')].map(({ textContent }) => textContent);
  const result = [screen.getByRole('heading', { level: 1 }).textContent, facts.join(', ')] as const;
  cleanup();
  return result;
}

const RELATED = 'RelatedPerson/r1';

afterEach(() => {
  cleanup();
  speakEnglish();
});

describe('a record without a name says so in the words of the page, and in a whole sentence', () => {
  test.each([
    ['Patient/p1', {}, 'Name not known', 'No se sabe el nombre'],
    [
      RELATED,
      {},
      'You are viewing the record of a person: name not known',
      'Usted está viendo la historia clínica de una persona: no se sabe el nombre',
    ],
    [
      RELATED,
      { birthDate: '2019-05-02' },
      'You are viewing the record of a child: name not known',
      'Usted está viendo la historia clínica de una persona menor de edad: no se sabe el nombre',
    ],
    [
      RELATED,
      { deceasedBoolean: true },
      'You are viewing the record of a person who has died: name not known',
      'Usted está viendo la historia clínica de una persona fallecida: no se sabe el nombre',
    ],
    [
      '',
      { deceasedBoolean: true },
      'The record of a person who has died: name not known',
      'Historia clínica de una persona fallecida: no se sabe el nombre',
    ],
  ] as const)('to "%s", %j', (user, patient, english, spanish) => {
    const nameless = { ...patient, name: undefined };
    expect(shown(user, nameless)[0]).toBe(english);
    speak('es', 'es-MX', { myResults: myResultsSpanish });
    expect(shown(user, nameless)[0]).toBe(spanish);
  });
});

describe('rule 55: whose record it is stands in the first heading', () => {
  test.each([
    ['a child', '2019-05-02', 'You are viewing the record of a child: SØRENSEN, Maja'],
    [
      'a child whose year of birth alone is known',
      '2012',
      'You are viewing the record of a child: SØRENSEN, Maja',
    ],
    ['a newborn', '2026-11-20', 'You are viewing the record of a newborn baby: SØRENSEN, Maja'],
    ['an adult', '1958-01-30', 'You are viewing SØRENSEN, Maja’s record'],
    ['somebody who may be 17 or 18', '2008', 'You are viewing SØRENSEN, Maja’s record'],
    ['somebody without a birth date', undefined, 'You are viewing SØRENSEN, Maja’s record'],
  ])('of %s, to a proxy', (_, birthDate, heading) => {
    expect(shown(RELATED, { birthDate })[0]).toBe(heading);
    expect(shown('https://ehr.example/r4/Patient/p2', { birthDate })[0]).toBe(heading);
  });

  test.each(['Patient/p1', '', 'Person/7'])('to the user "%s" the name stands alone', (user) => {
    expect(shown(user, { birthDate: '2019-05-02' })).toEqual(['SØRENSEN, Maja', 'Born May 2, 2019']);
  });

  test('a person who has died, also a child, with the dates that are known', () => {
    const died = { birthDate: '2015-02', deceasedDateTime: '2024-01-03T23:30:00Z' };
    expect(shown(RELATED, died)).toEqual([
      'You are viewing the record of SØRENSEN, Maja, who has died',
      'Born February 2015, Died January 3, 2024',
    ]);
    expect(shown('Patient/p1', { deceasedBoolean: true })).toEqual([
      'The record of SØRENSEN, Maja, who has died',
      'Date of birth not known, Date of death not known',
    ]);
    expect(shown('Patient/p1', { deceasedBoolean: false })[0]).toBe('SØRENSEN, Maja');
  });

  test('in Spanish', () => {
    speak('es', 'es-US', { myResults: myResultsSpanish });
    expect(shown(RELATED, { birthDate: '2019-05-02' })).toEqual([
      'Usted está viendo la historia clínica de una persona menor de edad: SØRENSEN, Maja',
      'Nacimiento: 2 de mayo de 2019',
    ]);
  });

  test('a name in another script keeps its direction and says its script', () => {
    const name = [
      { use: 'official', text: 'ليلى حداد' },
      { use: 'usual', family: 'Haddad', given: ['Layla'] },
    ];
    const identity = readPatient({ id: 'p1', name }, NOW_MS);
    render(
      <InOpenRecord patient={identity} session={openedSession({ idToken: tokenOf(RELATED) })}>
        <WhoseRecordHeading patient={identity} />
      </InOpenRecord>,
    );
    const bdi = screen.getByText('ليلى حداد');
    expect([bdi.tagName, bdi.lang]).toEqual(['BDI', 'und-Arab']);
    expect(screen.getByText('HADDAD, Layla').lang).toBe('');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'You are viewing ليلى حداد (known as HADDAD, Layla)’s record',
    );
  });
});

test.each([
  ['山田 太郎', 'und-Hani'],
  ['やまだ 太郎', 'und-Jpan'],
  ['ШЕВЧЕНКО, Олена', 'und-Cyrl'],
  ['SØRENSEN, Maja', undefined],
  ['HADDAD, Layla (known as ليلى)', undefined],
  ['', undefined],
])('the name "%s" is in the language %s', (name, language) => expect(nameLanguage(name)).toBe(language));

describe('the age group', () => {
  const at = (born: string, day: string) =>
    ageGroupOf(readPatient({ birthDate: born }, NOW_MS), Date.parse(day));

  test('changes on the 18th birthday, and on 29 February the day after 28 February', () => {
    expect(at('2008-11-25', '2026-11-24')).toBe('child');
    expect(at('2008-11-24', '2026-11-24')).toBe('adult');
    expect(at('2008-02-29', '2026-02-28')).toBe('child');
    expect(at('2008-02-29', '2026-03-01')).toBe('adult');
  });

  test('is not told of a birth that lies ahead', () =>
    expect(at('2027-01-01', '2026-11-24')).toBe('unknown'));

  test('is of the day that the calendar of the record shows', () => {
    expect(calendarDayMs(Date.parse('2026-11-24T23:00:00Z'), 'Pacific/Auckland')).toBe(
      Date.parse('2026-11-25'),
    );
  });
});

test('no sentence takes the record for the reader’s own', () => {
  const texts = [myResultsMessages, careMessages, growthMessages, measurementsMessages].flatMap((messages) =>
    Object.values<string>(messages),
  );
  expect(texts.filter((text) => /\byours?\b(?! care team)/i.test(text))).toEqual([]);
});
