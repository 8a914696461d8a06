import { countText } from '../format/numberText.ts';
import { chartReadingTexts } from './reading.messages.ts';

/**
 * Returns "39 of 40": the place of a result among all results of its kind that have a point, oldest first, in the whole
 * record and never in a window alone (decision 38).
 */
export const positionText = (index: number, count: number): string =>
  chartReadingTexts('position', { place: countText(index + 1), count: countText(count) });
