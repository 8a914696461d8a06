import { expect, type Locator, type Page } from '@playwright/test';
import { openOnce, openSignIn, portalButton } from './launching.ts';

/** These are words of the patient's view in both languages, as a reader sees them. */
export const WORDS = {
  en: {
    tab: 'My results',
    outside: 'Outside the range the laboratory uses',
    potassium: 'Potassium',
    // A newer potassium of his is not final yet, so the charted one is not called "now".
    higher: 'This one is higher.',
    toOther: 'Español',
    care: 'Medicines and visits',
    careChanges: 'What changed in the medicines',
    growth: 'Growth',
    comparedHeight: /Of 100 girls of this age, about \d+ are shorter\./,
    menu: 'Menu',
    print: 'Print for a visit',
  },
  es: {
    tab: 'Mis resultados',
    outside: 'Fuera del rango que usa el laboratorio',
    potassium: 'Potasio',
    higher: 'Este es más alto.',
    toOther: 'English',
    care: 'Medicinas y visitas',
    careChanges: 'Qué cambió en las medicinas',
    growth: 'Crecimiento',
    comparedHeight: /De cada 100 niñas de esta edad, cerca de \d+ miden menos\./,
    menu: 'Menú',
    print: 'Imprimir para su cita',
  },
} as const;
export type SpokenLanguage = keyof typeof WORDS;

/** Signs in from the app's own page, as a patient does on their phone, in the language of the device. */
export async function signInOnPhone(
  page: Page,
  person: RegExp,
  decision: 'Approve' | 'Decline' = 'Approve',
): Promise<void> {
  const signIn = async (): Promise<void> => {
    await openSignIn(page);
    await page.getByRole('radio', { name: person }).check();
    await portalButton(page, decision).click();
  };
  await (decision === 'Approve' ? openOnce(page, `on a phone as ${person}`, signIn) : signIn());
}

/** Puts the focus before everything on the page, as after it was opened, so that stops are counted from there. */
export const startOfPage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.tabIndex = -1;
    document.documentElement.focus();
    document.documentElement.removeAttribute('tabindex');
    scrollTo(0, 0);
  });

export const patientCard = (page: Page, seriesId: string): Locator =>
  page.locator(`article[data-series="${seriesId}"]`);

/** Presses Tab until an element has the focus. Going from one to the next is no action; what then happens is. */
export async function tabTo(page: Page, target: Locator, most = 30): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one key after another
    if (await target.evaluate((element) => element === document.activeElement)) return;
    // oxlint-disable-next-line no-await-in-loop -- one key after another
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
