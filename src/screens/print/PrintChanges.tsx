import { countText } from '../../charts/format/numberText.ts';
import { rangeText, rangeWithUnit } from '../../charts/format/rangeText.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { FlagText } from '../../charts/marks/FlagText.tsx';
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import type { ChangeItem } from '../../parts/changes/changesList.ts';
import { baselineText } from '../../parts/changes/baselineText.ts';
import { changeTimeText, differenceText, itemUnit, itemValue } from '../../parts/changes/changesText.ts';
import { ListingReasons } from '../../parts/changes/ListingReasons.tsx';
import { countsText, noChangesText } from '../../parts/changes/comparedText.ts';
import { sinceSentence, sinceTimeText } from '../../parts/changes/sinceText.ts';
import { useChangeSummary, type ChangeSummary } from '../../parts/changes/useChangeSummary.ts';
import { NewerLine } from '../../parts/results/newer/NewerLine.tsx';
import { nameQualifiers } from '../../parts/results/nameQualifiers.ts';
import { tileRange } from '../../parts/results/tileText.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { usePrintedRecord } from './usePrintedRecord.ts';
import styles from './PrintChanges.module.css';
import { printTexts } from './print.messages.ts';

/** Those that changed less are named below the table. */
const MAX_ROWS = 12;

function changeRange({ change: { row }, pressure }: ChangeItem, unit: string): string {
  const range = pressure ? tileRange([pressure.systolic.row, pressure.diastolic.row]) : rangeText(row.kind);
  return range === '' ? printTexts('noRange') : rangeWithUnit(range, unit, row.kind);
}

type ChangeRowProps = { readonly item: ChangeItem; readonly qualifier: string | undefined };

function ChangeRow({ item, qualifier }: ChangeRowProps) {
  const timeZone = useTimeZone();
  const unit = itemUnit(item);
  return (
    <tr>
      <th scope="row" dir="auto">
        {item.name}
        {qualifier && <span className={styles.qualifier}> {qualifier}</span>}
      </th>
      <td>
        <FlagText kind={item.flaggedRow.kind} /> <b>{itemValue(item)}</b> <bdi>{unit}</bdi>{' '}
        {differenceText(item)}
      </td>
      <td>{changeTimeText(item.change, timeZone)}</td>
      <td>{baselineText(item, timeZone)}</td>
      <td dir="auto">{changeRange(item, unit)}</td>
      <td dir="auto">
        <ListingReasons item={item} />
      </td>
    </tr>
  );
}

function medicationText({ medication, medicationStatus, isMedicationListIncomplete }: ChangeSummary): string {
  if (!medication) return printTexts('medicationNotKnown', { status: medicationStatus });
  const list = printTexts(isMedicationListIncomplete ? 'partOfMedicationList' : 'medicationList');
  const { since, last } = medication;
  const textOf = ({ text, whenText }: (typeof since)[number]) => `${text}, ${whenText}`;
  if (since.length > 0)
    return printTexts('medicationChanges', { changes: since.map(textOf).join('; '), list });
  return last
    ? printTexts('noMedicationChangeSince', { change: textOf(last), list })
    : printTexts('noMedicationChange', { list });
}

/** Names what is newer and on no curve, in an incomplete record too (rule 13). */
function NewerResults({ newer, qualifiers }: Pick<ChangeSummary, 'newer'> & Qualifiers) {
  const timeZone = useTimeZone();
  return (
    newer.length > 0 && (
      <ul className={styles.newer}>
        {newer.map((one) => (
          <li key={one.id}>
            <b dir="auto">{[one.name, qualifiers.get(one.id)].filter(Boolean).join(', ')}</b>{' '}
            <NewerLine newer={one.newer} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    )
  );
}

type Qualifiers = { readonly qualifiers: ReadonlyMap<string, string> };

type Compared = NonNullable<ChangeSummary['compared']>;

function ComparedTable({ compared, qualifiers }: { readonly compared: Compared } & Qualifiers) {
  const timeZone = useTimeZone();
  const { list, since, newestMs } = compared;
  const { items } = list;
  if (items.length === 0) return <p>{noChangesText(list, sinceTimeText(since, newestMs, timeZone))}</p>;
  const more = items.slice(MAX_ROWS);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['test', 'result', 'date', 'baseline', 'range', 'reason'] as const).map((column) => (
              <th key={column} scope="col">
                {printTexts(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.slice(0, MAX_ROWS).map((item) => (
            <ChangeRow key={item.id} item={item} qualifier={qualifiers.get(item.id)} />
          ))}
        </tbody>
      </table>
      {more.length > 0 && (
        <p dir="auto">
          {printTexts('moreItems', {
            count: more.length,
            shown: countText(more.length),
            names: more.map(({ name }) => plainLine(name)).join('; '),
          })}
        </p>
      )}
    </>
  );
}

/** Says from when on changes count. Where nothing is listed, the line below says how many were compared. */
function sinceText({ since, newestMs, list }: Compared, timeZone: string): string {
  const sentence = sinceSentence(since, newestMs, timeZone);
  return list.items.length === 0
    ? printTexts('since', { since: sentence })
    : printTexts('changesSince', { since: sentence, counts: countsText(list) });
}

/** Begins the page with what changed, as the overview does. A patient is not told what changed. */
export function PrintChanges({ events }: { readonly events: EventsSnapshot | undefined }) {
  const { record } = usePrintedRecord();
  const timeZone = useTimeZone();
  const changes = useChangeSummary(events);
  if (!changes) return null;
  const { compared, newer } = changes;
  const qualifiers = nameQualifiers(record.series);
  const reason = record.complete ? 'nothingCharted' : 'incompleteRecord';
  const isLoading = !record.ended || (record.complete && events?.ended !== true);
  const headingText = compared
    ? sinceText(compared, timeZone)
    : printTexts('notCompared', { reason: printTexts(isLoading ? 'stillLoading' : reason) });
  return (
    <section className={styles.changes} aria-labelledby="printed-changes">
      <div className={styles.heading}>
        <h2 id="printed-changes">{printTexts('changesHeading')}</h2>
        <p>{headingText}</p>
      </div>
      <NewerResults newer={newer} qualifiers={qualifiers} />
      {compared && (
        <>
          <ComparedTable compared={compared} qualifiers={qualifiers} />
          <p dir="auto">
            <b>{printTexts('medications')}:</b> {plainLine(medicationText(changes))}
          </p>
        </>
      )}
    </section>
  );
}
