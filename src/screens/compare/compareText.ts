import type { Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { MAX_STRIPS, type RefusedParts } from '../../parts/screenUrls/compareUrl.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { listText } from '../../parts/recordStatus/recordStatusText.ts';
import { momentText } from '../../parts/strips/stripText.ts';
import { countText } from '../../charts/format/numberText.ts';
import { compareTexts } from './compare.messages.ts';

/** Rule 3: names the y axis with its unit. */
export const stripTitle = ({ name, title }: Strip, isRelative: boolean) =>
  isRelative ? compareTexts('relativeTitle', { name }) : title;

/** Says why there are no strips (rule 38). */
export function noStripsText(record: RecordSnapshot | undefined, siteLabel: string): string {
  if (!record) return compareTexts('loading');
  if (record.complete) return compareTexts('nothingToChart');
  return record.ended
    ? compareTexts('nothingToChartIncomplete', { site: siteLabel })
    : compareTexts('nothingToChartYet');
}

/** Names the requested results that this record does not have. */
export const missingText = (missing: readonly string[], complete: boolean): string =>
  missing.length === 0
    ? ''
    : compareTexts(complete ? 'notInRecord' : 'notLoadedYet', { names: listText(missing) });

/** Says that a part of the address was ignored, without showing it. */
export function ignoredUrlText({ isUnread, tooMany }: RefusedParts): string {
  const sentences = [
    tooMany > 0 && compareTexts('tooMany', { shown: countText(tooMany), max: String(MAX_STRIPS) }),
    isUnread && compareTexts('addressNotUnderstood'),
  ];
  return sentences.filter(Boolean).join(' ');
}

type MomentNoteOptions = {
  /** Before and after were switched on while there was no cursor. */
  readonly isWaiting: boolean;
  /** The address holds a moment. */
  readonly isInUrl: boolean;
  readonly momentMs: number | undefined;
  readonly span: TimeSpan;
  readonly timeZone: string;
};

/** Says why before and after are not shown, or only one of them. */
export function momentNote({ isWaiting, isInUrl, momentMs, span, timeZone }: MomentNoteOptions): string {
  if (isInUrl && momentMs === undefined) return compareTexts('momentWaits');
  if (momentMs !== undefined && (momentMs < span.startMs || momentMs > span.endMs))
    return compareTexts('momentOutside', { moment: momentText(momentMs, timeZone) });
  return isWaiting ? compareTexts('chooseMoment') : '';
}

/** Rule 10: explains the relative scale and names the strips that it is not possible for. */
export function relativeText(strips: readonly Strip[], isPossible: (strip: Strip) => boolean): string {
  const others = strips.filter((strip) => !isPossible(strip)).map(({ name }) => name);
  const scale = compareTexts('relativeScale');
  return others.length === 0
    ? scale
    : [scale, compareTexts('relativeNotPossible', { names: listText(others) })].join(' ');
}
