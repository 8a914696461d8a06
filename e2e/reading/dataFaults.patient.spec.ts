import { launchAddress, setFaults, waitUntilRead } from '../support/launching.ts';
import { expect, test } from '../support/test.ts';

// Real servers send Patients and token responses like these (fixtures 73 to 78).

for (const [name, fault, code] of [
  ['fixture 77: a record that was merged into another', { patient: 'merged' }, 'E17'],
  ['fixture 77: a read that is led to another record', { patientId: 'somebody-else' }, 'E12'],
] as const)
  test(`${name} is closed, and no value of it is shown`, async ({ page }) => {
    await setFaults({ fhir: { type: 'Patient', ...fault } });
    await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
    await expect(page.getByRole('alert')).toHaveAttribute('data-error', code);
    await expect(page.locator('[data-series]')).toHaveCount(0);
    await expect(page.locator('body')).not.toContainText('MARLOWE');
  });

/** Each case says what the banner must hold and what it must not. */
const PATIENTS: readonly (readonly [string, string, RegExp, RegExp | undefined])[] = [
  ['no name', 'noName', /Name not available/, /\?|undefined/],
  ['an old name first', 'oldName', /MARLOWE, Edwin/, /FORMERLY|CAPITALS/],
  ['one name twice', 'oneNameTwice', /MARLOWE, Edwin/, /MARLOWE.*MARLOWE/],
  ['another usual name', 'usualName', /MARLOWE, Edwin.*Teddy/, undefined],
  ['no sex', 'noSex', /Not (?:known|recorded)/i, /Male|Female/],
  ['several sexes', 'manySexes', /Sex.*Female/i, /\bMale/],
  ['many numbers', 'manyNumbers', /8230/, /0000|7777|5151/],
  ['numbers with text only', 'textNumbers', /MRN\s*(?:Not known|not available)/, /E4011|Z6129/],
  ['no number', 'noNumber', /MARLOWE/, /MRN \d/],
  ['no date of birth', 'noBirthDate', /Born.*Not known/i, /NaN/],
  ['not deceased', 'notDeceased', /MARLOWE/, /Deceased|Died/],
];

for (const [name, patient, holds, holdsNot] of PATIENTS)
  test(`fixture 78: ${name} in the Patient`, async ({ page }) => {
    await setFaults({ fhir: { type: 'Patient', patient } });
    await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }));
    await waitUntilRead(page);
    const banner = page.locator('[data-patient-banner]');
    await expect(banner).toContainText(holds);
    if (holdsNot !== undefined) await expect(banner).not.toContainText(holdsNot);
  });

for (const [sent, mode] of [
  [{ set: { need_patient_banner: 'false' } }, 'compact'],
  [{ set: { need_patient_banner: false } }, 'compact'],
  [{ set: { need_patient_banner: true } }, 'full'],
  [{ set: { need_patient_banner: 'true' } }, 'full'],
  [{ set: { need_patient_banner: '0' } }, 'full'],
  [{ without: ['need_patient_banner'] }, 'full'],
] as const)
  test(`fixture 73, rule 46: ${JSON.stringify(sent)} gives the ${mode} line, with name and birth`, async ({
    page,
  }) => {
    await setFaults({ token: sent });
    await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
    const banner = page.locator('[data-patient-banner]');
    await expect(banner).toHaveAttribute('data-mode', mode);
    await expect(banner).toContainText(/BRANDT.*1992/);
  });

test('fixture 74: a token without a patient shows no chart and no search for one', async ({ page }) => {
  await setFaults({ token: { without: ['patient'] } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E10');
  await expect(page.getByRole('combobox', { name: /^Search/ })).toHaveCount(0);
  await expect(page.locator('[data-series]')).toHaveCount(0);
});

test('fixture 75: a token that grants identity alone names what is missing, and draws no blank charts', async ({
  page,
}) => {
  await setFaults({ token: { set: { scope: 'openid fhirUser launch/patient' } } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E11');
  await expect(page.getByRole('alert')).toContainText(/did not allow reading/);
  await expect(page.locator('[data-series]')).toHaveCount(0);
});

test('fixture 76: expires_in as text is a number of seconds', async ({ page }) => {
  await setFaults({ token: { set: { expires_in: '570' } } });
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  await waitUntilRead(page);
  await expect(page.locator('[data-series]')).toHaveCount(4);
});
