import { FlagText } from '../../charts/marks/FlagText.tsx';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { dateText } from '../../charts/format/dateText.ts';
import { flagDescription } from '../../charts/format/flagText.ts';
import { unitText } from '../../charts/format/valueText.ts';
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { completenessOf } from '../../parts/recordStatus/recordCompleteness.ts';
import { newerWords, resultWithoutCurve } from '../../parts/results/newer/newerText.ts';
import { NewerLine } from '../../parts/results/newer/NewerLine.tsx';
import { pairFacts, seriesFacts } from '../../parts/results/tileFacts.ts';
import { tileTags } from '../../parts/results/tileText.ts';
import { PreliminaryTag } from '../../parts/results/Tile.tsx';
import type { DrawnEntry } from '../../parts/results/tileLayout.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { jumpTexts } from './jump.messages.ts';
import type { TestTarget } from './jumpTarget.ts';
import styles from './JumpList.module.css';

/** Shows the flag with its shape and letters, and says it in words. */
const Flag = ({ kind }: { readonly kind: RowKind }) => (
  <>
    <span aria-hidden="true" className={styles.flag}>
      <FlagText kind={kind} />
    </span>
    {kind.flag !== '' && kind.flag !== 'N' && <VisuallyHidden>{flagDescription(kind)}</VisuallyHidden>}
  </>
);

/** While pages arrive, or some are missing, no value is called the latest (rules 37 and 39). */
function Claim() {
  const completeness = completenessOf(useRecord().record);
  if (completeness === 'complete') return null;
  return (
    <span className={styles.claim}>{jumpTexts(completeness === 'reading' ? 'soFar' : 'notAllLoaded')}</span>
  );
}

function FactsWithoutCurve({ entry }: { readonly entry: DrawnEntry }) {
  const timeZone = useTimeZone();
  const newest = resultWithoutCurve(entry.series);
  if (!newest) return null;
  const { value, unit, remark, kind, when } = newerWords(newest, { timeZone });
  return (
    <>
      <b dir="auto">{value}</b> <bdi>{`${unit}${remark}`}</bdi> <Flag kind={kind} />{' '}
      <span className={styles.date}>{when}</span> <Claim />{' '}
      <NewerLine
        newer={entry.newer}
        timeZone={timeZone}
        shownRow={newest.lead.row}
        className={styles.newer}
      />
    </>
  );
}

/** Shows the latest value with unit, flag, date and all that is said of it, as the tile of the test does, and what may be newer (rule 13). */
export function TestFacts({ target: { entry, unit } }: { readonly target: TestTarget }) {
  const timeZone = useTimeZone();
  if (unit) return jumpTexts('inUnit', { unit: unit.text });
  const { series } = entry;
  const facts = entry.kind === 'pair' ? pairFacts(series, entry.diastolic) : seriesFacts(series);
  if (!facts) return <FactsWithoutCurve entry={entry} />;
  const { row, values, flaggedRow, missingSideText } = facts;
  const tags = tileTags(facts);
  return (
    <>
      <b>{values.join('/')}</b> <bdi>{unitText(row, series)}</bdi> <Flag kind={flaggedRow.kind} />{' '}
      <PreliminaryTag shownRow={row} />{' '}
      <span className={styles.date}>
        {dateText(row.timeMs, row.kind.precision, timeZone) + missingSideText}
      </span>{' '}
      <Claim />{' '}
      {tags.length > 0 && (
        <>
          <span className={styles.tags} dir="auto">
            {tags.join(', ')}
          </span>{' '}
        </>
      )}
      {entry.newer.length > 0 && (
        <NewerLine newer={entry.newer} timeZone={timeZone} shownRow={row} className={styles.newer} />
      )}
    </>
  );
}
