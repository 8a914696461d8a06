// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resumeSession } from '../../smart/session/resumeSession.ts';
import { NO_TOKEN } from '../../smart/session/noToken.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { ChoosePatientScreen } from './ChoosePatientScreen.tsx';

const site = siteOf({
  iss: 'http://localhost:8080/fhir',
  open: true,
  launch: [],
  authOrigins: ['http://localhost:8080'],
});
const network = vi.spyOn(globalThis, 'fetch');
const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '');
  network.mockImplementation(
    async () =>
      new Response(
        JSON.stringify({
          resourceType: 'Bundle',
          entry: [
            {
              resource: {
                resourceType: 'Patient',
                id: 'p1',
                name: [{ family: 'Marlowe<b>', given: ['Edwin'] }],
              },
            },
          ],
        }),
      ),
  );
});
afterEach(() => {
  cleanup();
  network.mockReset();
  reload.mockClear();
});

test('a chosen patient becomes a session without a token, which the page takes up when it is loaded again', async () => {
  render(<ChoosePatientScreen sites={[site]} />);
  const button = await screen.findByRole('button', { name: /MARLOWE<B>, Edwin/i });
  fireEvent.click(button, { detail: 1 });
  expect(reload).toHaveBeenCalledOnce();
  const session = resumeSession([site]);
  expect(session).toMatchObject({ patientId: 'p1', iss: site.iss, kind: 'standalone', banner: 'full' });
  expect(session?.stored()).toMatchObject({ accessToken: NO_TOKEN, audience: 'clinician' });
  expect(session?.stored().refreshToken).toBeUndefined();
  expect(session?.endpoints).toEqual({ issuer: '', token: '', revocation: '', jwks: '', management: '' });
});

test('the second click of a double click opens nothing more', async () => {
  render(<ChoosePatientScreen sites={[site]} />);
  fireEvent.click(await screen.findByRole('button', { name: /MARLOWE/i }), { detail: 2 });
  expect(reload).not.toHaveBeenCalled();
});

test('a search that is replaced by another says nothing any more', async () => {
  render(<ChoosePatientScreen sites={[site]} />);
  await screen.findByText('1 patient found');
  let answer = (_: Response): void => {};
  network.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  const field = screen.getByRole('searchbox');
  fireEvent.change(field, { target: { value: 'slow one' } });
  fireEvent.click(screen.getByRole('button', { name: 'Search' }));
  await screen.findByText('Searching…');
  network.mockImplementation(async () => new Response('{"resourceType":"Bundle"}'));
  fireEvent.change(field, { target: { value: 'quick one' } });
  fireEvent.click(screen.getByRole('button', { name: 'Search' }));
  await screen.findByText('Nobody found');
  answer(new Response('<html>', { status: 500 }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBe(null));
});

test('blocked storage is said, and the page is not loaded again', async () => {
  render(<ChoosePatientScreen sites={[site]} />);
  const button = await screen.findByRole('button', { name: /MARLOWE/i });
  const blocked = (): never => {
    throw new DOMException('blocked', 'SecurityError');
  };
  vi.stubGlobal('sessionStorage', { length: 0, getItem: blocked, setItem: blocked, removeItem: blocked });
  fireEvent.click(button, { detail: 1 });
  expect((await screen.findByRole('alert')).textContent).toContain('blocks the storage');
  expect(reload).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});
