import { attachedWords } from '../../clinical/observation/attached/attachedWords.ts';
import { emptyFlowsheet } from '../../testing/recordFixture.ts';

/** Returns what a reader is told beside the result of this id, when the pages came in this order. */
export function toldBeside(id: string, ...pages: readonly (readonly object[])[]): string {
  const sheet = emptyFlowsheet();
  for (const page of pages) {
    sheet.take(page);
    sheet.snapshot();
  }
  const rows = sheet.snapshot().series.flatMap((one) => [...one.rows, ...one.listed]);
  return rows
    .filter((row) => row.id === id)
    .flatMap(attachedWords)
    .join(', ');
}
