import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deceased } from '../../sandbox/patients/deceased/deceased.ts';
import { home } from '../../sandbox/patients/home/home.ts';
import { merged } from '../../sandbox/patients/merged.ts';
import { parent } from '../../sandbox/patients/parent/parent.ts';
import { preterm } from '../../sandbox/patients/preterm/preterm.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { APP_ORIGIN, authorizeUrl, redirectTarget } from '../../sandbox/testSandbox.ts';
import { fleschKincaidGrade, spanishEase } from '../../src/testing/readingLevel/readingLevel.ts';

/** Who signs in has come for one thing, and reads these words to give away a record. They are easier than those of the app. */
const HIGHEST_GRADE = 6;
const LEAST_EASE = 55;
const LEAST_WORDS = 4;

/** These name what the reader came for, or are said every day. */
const EXCUSED = {
  en: new Set(['medicine', 'medicines', 'family', 'allergies']),
  es: new Set(
    'laboratorio resultado resultados medicina medicinas historia historias clínica aplicación'.split(' '),
  ),
};

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    appOrigin: APP_ORIGIN,
    stories: [parent, preterm, home, deceased, merged],
  });
});
afterAll(() => sandbox.close());

const TYPES =
  'Patient Observation Encounter MedicationRequest MedicationStatement MedicationAdministration MedicationDispense Condition Procedure Immunization AllergyIntolerance DiagnosticReport';
const SCOPE = [
  'launch/patient openid fhirUser profile offline_access online_access patient/*.rs patient/Observation.cruds',
  'patient/Observation.rs?category=laboratory patient/Observation.rs?category=vital-signs',
  ...TYPES.split(' ').map((type) => `patient/${type}.rs`),
].join(' ');

const STEPS: readonly Readonly<Record<string, string>>[] = [
  { decision: 'signIn' },
  { decision: 'continue' },
  { person: 'parent', patient: 'parent', decision: 'record' },
  { person: 'relative', decision: 'record' },
  { person: 'parent', patient: 'parent', decision: 'continue' },
  { person: 'parent', patient: 'preterm', decision: 'continue' },
  { person: 'relative', patient: 'merged', decision: 'continue' },
  { person: 'astrid', patient: 'deceased', decision: 'continue' },
];

async function pagesIn(language: 'en' | 'es'): Promise<readonly string[]> {
  const headers = { accept: 'text/html', 'accept-language': language };
  const pageOf = async (scope: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    const page = (await redirectTarget(authorizeUrl(sandbox, { scope }))).href;
    const body = new URLSearchParams({ ...fields, language });
    return (await fetch(page, { method: 'POST', headers, body, redirect: 'manual' })).text();
  };
  const steps = await Promise.all(STEPS.map((fields) => pageOf(SCOPE, fields)));
  const readOnly = await pageOf('patient/*.rs', {
    person: 'parent',
    patient: 'preterm',
    decision: 'continue',
  });
  const nobodys = await pageOf('openid', { decision: 'continue' });
  const gone = await (await fetch(`${sandbox.origin}/auth/page/gone`, { headers })).text();
  const refused = await (
    await fetch(authorizeUrl(sandbox, { redirect_uri: 'https://elsewhere.example/' }), { headers })
  ).text();
  return [...steps, readOnly, nobodys, gone, refused];
}

/** What an invented person shows is for whoever tries the sandbox, and is the last fact of three or more below a name. */
const withoutHints = (page: string): string =>
  page.replaceAll(/(<li>.*?)<\/li>/gs, (item) => {
    const facts = item.match(/<span class="facts">/g) ?? [];
    return facts.length > 1 ? item.slice(0, item.lastIndexOf('<span class="facts">')) : item;
  });

function sentencesOf(page: string): readonly string[] {
  return withoutHints(page)
    .replaceAll(/<[^>]* class="code"[^>]*>[^<]*<\/\w+>/g, '')
    .replaceAll(/<bdi>[^<]*<\/bdi>/g, 'Jo Hill')
    .replaceAll(/<\/?strong>/g, '')
    .split(/<[^>]*>/)
    .flatMap((text) =>
      text
        .replaceAll(/\s+/g, ' ')
        .trim()
        .split(/(?<=[.!?:])\s+(?=[\p{Lu}¿])/u),
    )
    .filter((sentence) => sentence.split(' ').length >= LEAST_WORDS);
}

async function measured(language: 'en' | 'es'): Promise<readonly { sentence: string; level: number }[]> {
  const measure = language === 'en' ? fleschKincaidGrade : spanishEase;
  const sentences = new Set((await pagesIn(language)).flatMap(sentencesOf));
  return [...sentences].map((sentence) => ({ sentence, level: measure(sentence, EXCUSED[language]) }));
}

describe('whoever signs in at the portal can read what it asks', () => {
  test(`each English sentence is of grade ${HIGHEST_GRADE} or below`, async () => {
    const all = await measured('en');
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ level }) => level > HIGHEST_GRADE)).toEqual([]);
  });

  test(`each Spanish sentence is ${LEAST_EASE} or more on the scale of INFLESZ`, async () => {
    const all = await measured('es');
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ level }) => level < LEAST_EASE)).toEqual([]);
  });
});
