import type { MeasuredBy, Row } from '../../../clinical/observation/resultRow.ts';
import { withoutAmountTime } from '../units/amountTime.ts';
import { measurementsTexts } from './measurements.messages.ts';

const WORDS = {
  person: 'byPerson',
  family: 'byFamily',
  home: 'byHome',
  device: 'byDevice',
  clinic: 'byClinic',
  visit: 'byVisit',
} as const;

/** Says who measured; '' where nothing was sent. */
export const measuredByText = (measuredBy: MeasuredBy): string =>
  measuredBy === '' ? '' : measurementsTexts(WORDS[measuredBy]);

/** Says who measured beside readings of another source, also that nobody said it. */
export const sourceText = (measuredBy: MeasuredBy): string =>
  measuredByText(measuredBy) || measurementsTexts('byUnknown');

/** Returns method, position and device as they were sent, each once (rule 22). A device that the method names is left out. */
export function howMeasured({ kind: { context: all, method } }: Row): string {
  const context = withoutAmountTime(all);
  const [sent = ''] = method.split('\n');
  if (sent === '' || !context.startsWith(sent)) return context;
  const rest = context.slice(sent.length).replace(/^, /, '');
  if (rest === '') return sent;
  const parts = rest.split(', ');
  const known = parts.findIndex((_, i) => sent.includes(parts.slice(i).join(', ')));
  return [sent, ...(known < 0 ? parts : parts.slice(0, known))].join(', ');
}

/** Says who measured a result and how, as far as it was sent; '' where nothing of it was. */
export function whoMeasuredText(row: Row): string {
  const [who, how] = [measuredByText(row.kind.measuredBy), howMeasured(row)];
  if (who === '' || how === '') return who || how;
  return measurementsTexts('whoAndHow', { who, how });
}
