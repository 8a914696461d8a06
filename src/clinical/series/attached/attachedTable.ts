/** Keeps what was attached to results apart from their rows, so that 100,000 results without a note cost nothing. */
import type { AttachedTexts } from '../../observation/attached/attachedTexts.ts';
import { dependsOnOxygen, joinOxygen, oxygenOfRow } from '../../observation/attached/oxygen.ts';
import type { Row, RowKind } from '../../observation/resultRow.ts';

/** One table holds the attached texts of one record, by the index of the Observation. */
export type AttachedTable = {
  /** Keeps what is attached to the rows of an Observation, and the oxygen that they are. */
  readonly add: (rows: readonly Row[], observation: number) => void;
  /** Forgets an Observation, of which another version was read. */
  readonly remove: (observation: number) => void;
  /** Returns what is attached to a row of this Observation; undefined when there is nothing. */
  readonly of: (observation: number, kind: RowKind, timeMs: number) => AttachedTexts | undefined;
};

const nothing: AttachedTexts = { notes: [], collected: '', oxygen: '' };

const momentKey = ({ encounter }: RowKind, timeMs: number): string => `${timeMs} ${encounter}`;

/** Returns an empty table for one record. */
export function createAttachedTable(): AttachedTable {
  const byObservation = new Map<number, AttachedTexts>();
  /** A laboratory sends the same remark with many results, and it is kept once. */
  const byContent = new Map<string, AttachedTexts>();
  /** These are the words of flows and shares of oxygen that are Observations of their own, by time and encounter. */
  const oxygenAt = new Map<string, Map<number, string>>();
  const oxygenKeys = new Map<number, string>();

  const shared = (attached: AttachedTexts): AttachedTexts => {
    const content = JSON.stringify(attached);
    const known = byContent.get(content) ?? attached;
    byContent.set(content, known);
    return known;
  };

  return {
    add(rows, observation) {
      for (const row of rows) {
        if (row.attached) byObservation.set(observation, shared(row.attached));
        const words = row.kind.precision === 'instant' ? oxygenOfRow(row) : '';
        if (words === '') continue;
        const key = momentKey(row.kind, row.timeMs);
        oxygenKeys.set(observation, key);
        oxygenAt.set(key, (oxygenAt.get(key) ?? new Map<number, string>()).set(observation, words));
      }
    },
    remove(observation) {
      byObservation.delete(observation);
      oxygenAt.get(oxygenKeys.get(observation) ?? '')?.delete(observation);
    },
    of(observation, kind, timeMs) {
      const attached = byObservation.get(observation);
      if (!dependsOnOxygen(kind.code, kind.seriesId))
        return attached?.oxygen ? { ...attached, oxygen: '' } : attached;
      if (attached?.oxygen) return attached;
      const oxygen = joinOxygen([...(oxygenAt.get(momentKey(kind, timeMs))?.values() ?? [])]);
      return oxygen === '' ? attached : { ...(attached ?? nothing), oxygen };
    },
  };
}
