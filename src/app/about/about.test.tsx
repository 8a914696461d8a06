// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SessionMenu } from '../session/SessionMenu.tsx';
import { sessionMenuTexts } from '../session/sessionMenu.messages.ts';
import { PatientMenu } from '../patient/PatientMenu.tsx';
import { patientMenuTexts } from '../patient/patientMenu.messages.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { AudienceProvider } from '../../parts/openRecord/audienceContext.ts';
import { errorDetails } from '../../smart/errors/launchErrorText.ts';
import { LaunchError } from '../../smart/errors/LaunchError.ts';
import { browserFacts } from '../../screens/inspector/browserFacts.ts';
import { environmentTexts } from '../../screens/inspector/environment.messages.ts';
import { aboutTexts } from './about.messages.ts';

const BUILD = '0.1.0 0123456789ab';
const builtAs = (build: string): void => void (document.documentElement.dataset['build'] = build);
afterEach(() => {
  cleanup();
  delete document.documentElement.dataset['build'];
});

async function opened(menu: 'clinician' | 'patient'): Promise<HTMLElement> {
  HTMLElement.prototype.hidePopover = () => undefined; // This browser of the tests knows no popover.
  render(
    <InOpenRecord>
      <AudienceProvider value={{ audience: menu, onChoose: () => undefined }}>
        {menu === 'clinician' ? <SessionMenu /> : <PatientMenu />}
      </AudienceProvider>
    </InOpenRecord>,
  );
  const name = menu === 'clinician' ? sessionMenuTexts('about') : patientMenuTexts('about');
  fireEvent.click(screen.getByRole('button', { name, hidden: true }));
  return screen.findByRole('dialog');
}

test.each(['clinician', 'patient'] as const)(
  'the menu of a %s says what Longview is for, which version and commit it is, and closes again',
  async (menu) => {
    builtAs(BUILD);
    const dialog = await opened(menu);
    for (const key of ['use', 'limits', 'completeness'] as const)
      expect(within(dialog).getByText(aboutTexts(key))).toBeTruthy();
    expect(dialog.textContent).toContain(aboutTexts('version', { version: '0.1.0' }));
    expect(dialog.textContent).toContain(aboutTexts('commit', { commit: '0123456789ab' }));
    expect(dialog.textContent).not.toContain(aboutTexts('changed'));
    await act(async () => fireEvent.click(within(dialog).getByRole('button')));
    expect(screen.queryByRole('dialog')).toBeNull();
  },
);

test('a build with local changes, and one whose commit nobody knows, say so', async () => {
  builtAs(`${BUILD} changed`);
  expect((await opened('clinician')).textContent).toContain(aboutTexts('changed'));
  cleanup();
  builtAs('0.1.0');
  expect((await opened('clinician')).textContent).toContain(aboutTexts('commitUnknown'));
});

test('the inspector and the details of an error name the same version and commit', () => {
  builtAs(BUILD);
  expect(errorDetails(new LaunchError('E01'))).toContain(`Longview: ${BUILD}`);
  expect(browserFacts()[0]).toMatchObject({ values: [BUILD], note: undefined });
  builtAs(`${BUILD} changed`);
  expect(browserFacts()[0]?.note).toBe(environmentTexts('localChanges'));
});
