/** Keeps what was attached to results apart from their rows, so that 100,000 results without a note cost nothing. */
import type { AttachedTexts } from '../../observation/attached/attachedTexts.ts';
import { dependsOnOxygen, joinOxygen, oxygenOfRow } from '../../observation/attached/oxygen.ts';
import type { Row, RowKind } from '../../observation/resultRow.ts';
import { isAfterDeath, isSameDeath, type DeathLimits } from '../../patient/deathLimits.ts';
import { DAY_MS } from '../../time/durations.ts';
import type { RowColumns } from '../rowColumns.ts';
import type { ToldOfSpecimen } from '../../observation/specimen/toldOfSpecimen.ts';
import { createReplacedResults } from './replacedResults.ts';
import { createSpecimensTold, type NamedRow } from './specimensTold.ts';

/** One table holds the attached texts of one record, by the index of the Observation. */
export type AttachedTable = {
  /** Keeps what is attached to the rows of an Observation, the oxygen that they are, and what it says of its specimen. */
  readonly add: (rows: readonly Row[], observation: number, told?: ToldOfSpecimen) => void;
  /** Forgets an Observation, of which another version was read. */
  readonly remove: (observation: number) => void;
  /** Marks what is dated after the death of the patient from now on. Returns whether the death is another one than before. */
  readonly setDeathLimits: (limits: DeathLimits | undefined) => boolean;
  /** These results are replaced by others. */
  readonly replaced: ReturnType<typeof createReplacedResults>;
  /** Returns what is attached to a row; undefined when there is nothing. */
  readonly of: (row: NamedRow) => AttachedTexts | undefined;
  /** Returns a text that changes when what other results say of rows of these kinds in these columns does. `ids` are those of the record. */
  readonly versionOf: (
    columns: RowColumns | undefined,
    kinds: Iterable<RowKind>,
    ids: readonly string[],
  ) => string;
};

/** The last results of somebody who has died come within this time. */
const LATEST_REPORT_MS = 366 * DAY_MS;

function lateMarks({ timeMs, kind: { precision } }: NamedRow, limits: DeathLimits) {
  const isLateBy = (ms: number): boolean => isAfterDeath(timeMs - ms, precision, limits);
  return { isAfterDeath: isLateBy(0), isLongAfterDeath: isLateBy(LATEST_REPORT_MS) };
}

const nothing: AttachedTexts = { notes: [], collected: '', oxygen: '' };

const momentKey = ({ encounter }: RowKind, timeMs: number): string => `${timeMs} ${encounter}`;

/** A laboratory sends the same remark with many results, and it is kept once. */
function keepingOnce(): (attached: AttachedTexts) => AttachedTexts {
  const byContent = new Map<string, AttachedTexts>();
  return (attached) => {
    const content = JSON.stringify(attached);
    const known = byContent.get(content) ?? attached;
    byContent.set(content, known);
    return known;
  };
}

/** Returns an empty table for one record. */
export function createAttachedTable(): AttachedTable {
  const byObservation = new Map<number, AttachedTexts>();
  /** These are the words of flows and shares of oxygen that are Observations of their own, by time and encounter. */
  const oxygenAt = new Map<string, Map<number, string>>();
  const oxygenKeys = new Map<number, string>();
  let oxygenVersion = 0;
  const specimens = createSpecimensTold();
  const replaced = createReplacedResults();
  let deathLimits: DeathLimits | undefined;

  const shared = keepingOnce();

  /** Returns what was sent with a row, with what others say of its specimen, and whether it is dated after the death. */
  function withMarks(row: NamedRow): AttachedTexts | undefined {
    const own = byObservation.get(row.observation);
    const told = specimens.of(row);
    const late = deathLimits && lateMarks(row, deathLimits);
    return told || late?.isAfterDeath ? { ...(own ?? nothing), told, ...late } : own;
  }

  return {
    replaced,
    add(rows, observation, told) {
      const [first] = rows;
      if (told) specimens.add(observation, told, first?.kind.precision === 'instant' ? first.timeMs : NaN);
      replaced.add(observation, told);
      for (const row of rows) {
        if (row.attached) byObservation.set(observation, shared(row.attached));
        const words = row.kind.precision === 'instant' ? oxygenOfRow(row) : '';
        if (words === '') continue;
        oxygenVersion++;
        const key = momentKey(row.kind, row.timeMs);
        oxygenKeys.set(observation, key);
        oxygenAt.set(key, (oxygenAt.get(key) ?? new Map<number, string>()).set(observation, words));
      }
    },
    versionOf(columns, kinds, ids) {
      const isMoved = [...kinds].some(({ code, seriesId }) => dependsOnOxygen(code, seriesId));
      const died = deathLimits ? `${deathLimits.instantMs} ${deathLimits.dateMs}` : '';
      return `${isMoved ? oxygenVersion : ''} ${columns ? specimens.versionOf(columns, ids) : ''} ${died}`;
    },
    remove(observation) {
      specimens.remove(observation);
      replaced.remove(observation);
      byObservation.delete(observation);
      if (oxygenAt.get(oxygenKeys.get(observation) ?? '')?.delete(observation)) oxygenVersion++;
    },
    setDeathLimits(limits) {
      const isNew = !isSameDeath(limits, deathLimits);
      deathLimits = limits;
      return isNew;
    },
    of(row) {
      const { kind, timeMs } = row;
      const attached = withMarks(row);
      if (!dependsOnOxygen(kind.code, kind.seriesId))
        return attached?.oxygen ? { ...attached, oxygen: '' } : attached;
      if (attached?.oxygen) return attached;
      const oxygen = joinOxygen([...(oxygenAt.get(momentKey(kind, timeMs))?.values() ?? [])]);
      return oxygen === '' ? attached : { ...(attached ?? nothing), oxygen };
    },
  };
}
