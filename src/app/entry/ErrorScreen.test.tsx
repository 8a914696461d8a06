// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageProvider } from '../../parts/language/languageContext.ts';
import { LaunchError } from '../../smart/errors/LaunchError.ts';
import type { Audience } from '../../smart/authorization/audience.ts';
import type { LaunchKind } from '../../smart/site/site.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { speak, speakEnglish, type Language } from '../../words/language.ts';
import { SPANISH } from '../language/spanish.ts';
import { ErrorScreen } from './ErrorScreen.tsx';

afterEach(() => {
  cleanup();
  speakEnglish();
  vi.restoreAllMocks();
});

const site = siteOf({ contact: 'Call the help desk, extension 4455.' });
const nothing = (): void => undefined;
type Shown = {
  readonly kind?: LaunchKind | undefined;
  readonly audience?: Audience | undefined;
  readonly reason?: string;
  readonly language?: Language;
  readonly onChoose?: (language: Language, onNotLoaded: () => void) => void;
};
const showError = ({
  kind,
  audience,
  reason = 'elsewhere',
  language = 'en',
  onChoose = nothing,
}: Shown): HTMLElement => {
  render(
    <LanguageProvider value={{ language, onChoose }}>
      <ErrorScreen
        error={new LaunchError('E13', { site, kind, facts: { reason } })}
        audience={audience}
        sites={[site]}
        onStart={nothing}
        onSignIn={nothing}
      />
    </LanguageProvider>,
  );
  return screen.getByRole('alert');
};
const show = (kind: LaunchKind, audience?: Audience): HTMLElement => showError({ kind, audience });
/** This stands on the screen before anybody opens the details. */
const shownAtOnce = (alert: HTMLElement): string => {
  const copy = alert.cloneNode(true) as HTMLElement;
  for (const details of copy.querySelectorAll('details')) details.remove();
  return copy.textContent;
};

test('a patient reads plain words, with the code, the facts and what is for staff one press away', () => {
  const alert = show('standalone');
  expect(alert.dataset['error']).toBe('E13');
  expect(shownAtOnce(alert)).toBe(
    'You were signed outIt was ended in another window. The results are gone from this screen, so nobody else can see them. Sign in again.Sign in againEspañol',
  );
  const details = alert.querySelector('details')?.textContent;
  expect(details).toContain('Code E13');
  expect(details).toContain('Call the help desk');
  expect(details).toContain('Launch inspector');
});

test('a clinician reads the words of clinicians, also after a launch of their own', () => {
  expect(shownAtOnce(show('ehr'))).toContain('Your session has ended');
  cleanup();
  expect(shownAtOnce(show('standalone', 'clinician'))).toContain('Launch inspector');
});

test('a patient whose portal launched the app as an EHR reads plain words too', () => {
  expect(shownAtOnce(show('ehr', 'patient'))).toContain('You were signed out');
});

// Decision 54: whoever reads an error as a patient does can read it in Spanish on a device that speaks English.
test.each([
  ['a patient whose session has ended', { kind: 'standalone', audience: 'patient' }],
  ['a patient of a portal that launches as an EHR does', { kind: 'ehr', audience: 'patient' }],
  ['who signs in alone', { kind: 'standalone' }],
  ['who opened a link that nobody knows', {}],
] as const)('%s is offered the other language', (_, shown) => {
  const onChoose = vi.fn<(language: Language) => void>();
  showError({ ...shown, onChoose });
  const button = screen.getByRole('button', { name: 'Español' });
  expect(button.lang).toBe('es');
  fireEvent.click(button);
  expect(onChoose.mock.calls.map(([language]) => language)).toEqual(['es']);
});

test.each([
  ['a clinician whose session has ended', { kind: 'standalone', audience: 'clinician' }],
  ['a launch from an EHR', { kind: 'ehr' }],
] as const)('the error of %s stays in English', (_, shown) => {
  showError(shown);
  expect(screen.queryByRole('button', { name: 'Español' })).toBeNull();
});

test('an error before a session stays in English in the frame of an EHR', () => {
  vi.spyOn(globalThis.window, 'parent', 'get').mockReturnValue(Object.create(null));
  showError({});
  expect(screen.queryByRole('button', { name: 'Español' })).toBeNull();
});

test('a language that cannot be loaded says so in its own words', () => {
  showError({ audience: 'patient', onChoose: (_, onNotLoaded) => onNotLoaded() });
  const button = screen.getByRole('button', { name: 'Español' });
  const told = button.parentElement?.querySelector<HTMLElement>('[aria-live]');
  expect(told?.textContent).toBe('');
  fireEvent.click(button);
  expect([told?.lang, told?.textContent]).toEqual([
    'es',
    'No se pudo cargar el español. Revise si tiene internet, e intente de nuevo.',
  ]);
});

test('who signed out in English reads all of the end in Spanish after the switch', () => {
  expect(shownAtOnce(showError({ audience: 'patient', reason: 'byReader' }))).toContain('You signed out.');
  cleanup();
  speak('es', 'es-US', SPANISH);
  const alert = showError({ audience: 'patient', reason: 'byReader', language: 'es' });
  expect(shownAtOnce(alert)).toContain('Usted salió.');
  expect(shownAtOnce(alert)).not.toMatch(/\b(?:you|signed|out)\b/i);
});

test('the details list the scopes that were granted, and nothing of them that could name a person', () => {
  const granted = [
    'launch',
    'patient/Patient.r?_id=p-4711',
    'patient/Observation.rs?category=laboratory',
    'patient/Observation.rs?code=4548-4&_tag=Marlowe',
    'https://ehr.example/Patient/p-4711',
    ...Array.from(
      { length: 500 },
      (_, i) => `user/Type${String.fromCodePoint(65 + (i % 26)).repeat(1 + i / 26)}.rs`,
    ),
  ];
  const facts = { notAllowed: 'results', 'scopes granted': granted.join(' ') };
  render(
    <ErrorScreen
      error={new LaunchError('E11', { site, kind: 'ehr', facts })}
      onStart={nothing}
      onSignIn={nothing}
    />,
  );
  const details = screen.getByRole('alert').textContent;
  expect(details).toContain(
    'scopes granted: launch patient/Patient.r?… patient/Observation.rs?category=laboratory patient/Observation.rs?… … user/TypeA.rs',
  );
  expect(details).not.toMatch(/4711|Marlowe|4548/);
  expect(details.length).toBeLessThan(4000);
});
