// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LanguageProvider } from './languageContext.ts';

afterEach(cleanup);

/** Draws everything anew in another language, as the app does. Spanish cannot be loaded here where it is said so. */
function Page({ children, isLoaded = true }: { readonly children?: ReactNode; readonly isLoaded?: boolean }) {
  const [language, setLanguage] = useState('en');
  const value = {
    language,
    onChoose: (chosen: string, onNotLoaded: () => void) => (isLoaded ? setLanguage(chosen) : onNotLoaded()),
  };
  return (
    <LanguageProvider key={language} value={value}>
      <LanguageSwitch />
      {children}
    </LanguageProvider>
  );
}

const press = (name: string): void => {
  const button = screen.getByRole('button', { name });
  button.focus();
  act(() => button.click());
};
const isFocused = (name: string): boolean => screen.getByRole('button', { name }) === document.activeElement;

test('WCAG 2.4.3: who changes the language by keyboard is still at the switch, and can change back at once', () => {
  render(<Page />);
  press('Español');
  expect(isFocused('English')).toBe(true);
  press('English');
  expect(isFocused('Español')).toBe(true);
});

test('a page that is opened leaves the focus where it is', () => {
  render(<Page />);
  expect(document.activeElement).toBe(document.body);
});

test('a switch of a later screen takes no focus after one whose language could not be loaded', () => {
  const { unmount } = render(<Page isLoaded={false} />);
  press('Español');
  expect(isFocused('Español')).toBe(true);
  unmount();
  render(<Page />);
  expect(document.activeElement).toBe(document.body);
});
