/** Which results of the grid are new since a moment, and how many: never hidden as old where that is not known. */
import { NO_ROW, rowAt, type GridRowSeries } from './gridLines.ts';
import { isAfter, type GridMoment } from './gridColumns.ts';
import { countText } from '../../charts/format/format.ts';

/** A moment, and in words what it is. */
export type NewSince = { readonly sinceMs: number; readonly words: string };

/** Which of all results are meant: those of a column that is new, or of any, and there only those with a flag, or all. */
type Meant = { readonly isNew: Uint32Array; readonly onlyFlagged: boolean };

/** Which columns are new since then; all of them where nobody asked. */
export const newIn = (moments: readonly GridMoment[], since: NewSince | undefined): Uint32Array =>
  Uint32Array.from(moments, (moment) => (since && isAfter(moment, since.sinceMs) === 'no' ? 0 : 1));

const isMeant = ({ columns, flagged }: GridRowSeries, i: number, { isNew, onlyFlagged }: Meant): boolean =>
  isNew[columns[i] ?? 0] === 1 && (!onlyFlagged || flagged[i] === 1);

export const matchesNewFilter = (line: GridRowSeries, meant: Meant): boolean =>
  line.columns.some((_, i) => isMeant(line, i, meant));

/** How many of these lines' results are meant in each column. */
export function countsIn(lines: readonly GridRowSeries[], meant: Meant): Uint32Array {
  const here = new Uint32Array(meant.isNew.length);
  for (const line of lines) {
    line.columns.forEach((column, i) => {
      if (isMeant(line, i, meant)) here[column] = (here[column] ?? 0) + 1;
    });
  }
  return here;
}

/** How many columns hold something. */
export const newResultsCount = (here: Uint32Array): number =>
  here.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0);

export const counted = (n: number, one: string): string => `${countText(n)} ${n === 1 ? one : `${one}s`}`;

/** What was cancelled or only holds others together stands in its cell and is no result (rule 36). */
function kindAt({ series, diastolic, refs, diastolicRefs }: GridRowSeries, i: number) {
  const row =
    rowAt(series, refs[i] ?? NO_ROW) ?? (diastolic && rowAt(diastolic, diastolicRefs?.[i] ?? NO_ROW));
  return row && row.kind.reason !== 'status' && row.kind.reason !== 'panel' ? row.kind : undefined;
}

/**
 * The answer itself, before what is hidden: "5 abnormal results since 26 Aug 2026, …". What was sent without a time of day may
 * be older, and is not hidden for it; the flag of a preliminary result may still change (rule 34). How many, is said of both.
 */
export function newResultsText(
  lines: readonly GridRowSeries[],
  moments: readonly GridMoment[],
  since: NewSince | undefined,
  meant: Meant,
): string {
  if (!since) return '';
  const maybeNew = moments.map((moment) => isAfter(moment, since.sinceMs) === 'maybe');
  let [all, maybe, preliminary] = [0, 0, 0];
  for (const line of lines) {
    line.columns.forEach((column, i) => {
      const kind = isMeant(line, i, meant) ? kindAt(line, i) : undefined;
      if (!kind) return;
      all += 1;
      if (maybeNew[column]) maybe += 1;
      if (kind.status === 'preliminary') preliminary += 1;
    });
  }
  const kind = meant.onlyFlagged ? 'abnormal result' : 'result';
  const notes = [
    preliminary > 0 ? `${countText(preliminary)} preliminary` : '',
    maybe > 0 ? `${countText(maybe)} perhaps before it, no exact time sent` : '',
  ].filter(Boolean);
  const said = `${all === 0 ? `No ${kind}` : counted(all, kind)} since ${since.words}`;
  return notes.length === 0 ? said : `${said} (${notes.join('; ')})`;
}
