import { expect } from '@playwright/test';
import { rawObservations } from '../support/rawObservations.ts';
import { showOverview } from './questions.ts';
import { byRole, bySelector, type Reader } from './reader.ts';

const PNG_SIGNATURE = '89504e470d0a1a0a';
const SHARE = byRole('button', 'Share');

async function saveCsv(reader: Reader): Promise<void> {
  await reader.click(SHARE);
  const csv = await reader.download('.csv', () => reader.click(bySelector('[data-export="csv"]')));
  const text = csv.toString('utf8');
  expect(text.slice(0, 1000)).toContain('MARLOWE, Edwin');
  const missing = (await rawObservations('kidney')).filter(({ id }) => !text.includes(id));
  expect(missing.filter(({ status }) => status !== 'entered-in-error')).toEqual([]);
  await reader.engine.press('Escape');
}

/** Saves the chart and looks at the picture: it has the size of a chart, and it is not one colour alone. */
async function savePicture(reader: Reader): Promise<void> {
  await reader.click(bySelector('main [data-series="k"]'));
  await reader.see(bySelector('figure', /^Potassium/));
  await reader.click(SHARE);
  const png = await reader.download('.png', () => reader.click(byRole('button', /^Save chart as PNG/)));
  expect(png.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
  const drawn = await reader.run(async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const pen = canvas.getContext('2d')!;
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set(new Uint32Array(data.buffer));
    return { width: bitmap.width, height: bitmap.height, colours: colours.size };
  }, png.toString('base64'));
  expect(drawn.width).toBeGreaterThan(600);
  expect(drawn.height).toBeGreaterThan(200);
  expect(drawn.colours).toBeGreaterThan(20);
  await reader.engine.press('Escape');
}

/** Copies the kidney results and pastes them into the search field: what arrives went through the browser's clipboard. */
async function copyNote(reader: Reader): Promise<void> {
  await showOverview(reader);
  await reader.engine.press('c', '2');
  await reader.see(bySelector('[role="status"], output, [aria-live]', /Copied \d+ results/));
  await reader.engine.press('/');
  const field = byRole('combobox', /./);
  await reader.see(field);
  await reader.engine.press('Control+v');
  await expect
    .poll(async () => (await reader.seen(field)).map(({ value }) => value).join(' '))
    .toMatch(/MARLOWE, Edwin, born 14 Mar 1959.*Potassium 5\.8 mmol\/L H/);
  await reader.engine.press('Escape');
}

async function endSession(reader: Reader): Promise<void> {
  await reader.click(byRole('button', 'Menu'));
  await reader.click(byRole('button', 'End session'));
  await reader.waitForState('ended');
  const left = () =>
    reader.run(() => ({
      stored: Object.values({ ...sessionStorage }).join(' ') + Object.values({ ...localStorage }).join(' '),
      shown: document.body.textContent ?? '',
    }));
  const { stored, shown } = await left();
  expect(`${stored} ${shown}`).not.toMatch(/MARLOWE|Edwin|access_token/);
  await reader.engine.reload();
  await reader.see(bySelector('[role="alert"], main'));
  expect((await left()).shown).not.toMatch(/MARLOWE|Edwin/);
}

export async function exportAndEnd(reader: Reader): Promise<void> {
  await saveCsv(reader);
  await savePicture(reader);
  await copyNote(reader);
  await endSession(reader);
}
