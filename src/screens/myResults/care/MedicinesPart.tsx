import { Fragment } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { useNowMs } from '../../../parts/openRecord/openRecordContexts.ts';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import { SentWords, WithSentWords } from '../sentWords/SentWords.tsx';
import { careTexts } from './care.messages.ts';
import { isReadWhole } from './careGaps.ts';
import { ChangeLine } from './ChangeLine.tsx';
import { GapNotices } from './GapNotices.tsx';
import { medicineChanges } from './medicineChanges.ts';
import { medicinesNow, type Medicine, type MedicinesNow } from './medicinesNow.ts';
import { ReasonLine } from './ReasonLine.tsx';
import { shortFormSentences } from './shortForms.ts';
import { ShortList } from './ShortList.tsx';
import styles from './Care.module.css';

const SHOWN_CHANGES = 5;
const SHOWN_MEDICINES = 20;

type MedicinesPartProps = {
  readonly events: EventsSnapshot;
  /** Nobody is told to ask about the medicines of somebody who has died. */
  readonly isDeceased: boolean;
  /** Nothing is said of now in the record of somebody who has died, or in one that is not in use. */
  readonly isPast: boolean;
};

/** Shows what changed in the medicines, the newest first, and which are in use now. */
export function MedicinesPart({ events, isDeceased, isPast }: MedicinesPartProps) {
  const timeZone = useTimeZone();
  const now = medicinesNow(events.courses, useNowMs(), timeZone);
  return (
    <>
      <Changes events={events} />
      {events.courses.length > 0 && (
        <InUse {...{ now, isDeceased, isPast }} isWhole={isReadWhole(events, 'medicines')} />
      )}
    </>
  );
}

/** Returns whether everything of the medicines was ordered: nothing was reported, given or handed out. */
const areOrders = ({ courses }: EventsSnapshot): boolean =>
  courses.every(({ steps }) => steps.every(({ type }) => type === 'MedicationRequest'));

function Changes({ events }: { readonly events: EventsSnapshot }) {
  const all = medicineChanges(events.courses, useTimeZone());
  const past = all.filter(({ isPlanned }) => !isPlanned);
  const planned = all.filter(({ isPlanned }) => isPlanned);
  return (
    <section className={styles.section}>
      <h3>{careTexts('changes')}</h3>
      <GapNotices events={events} part="medicines" />
      {events.courses.length > 0 && (
        <p className={styles.quiet}>{careTexts(areOrders(events) ? 'ordersOnly' : 'recordOnly')}</p>
      )}
      {all.length === 0 && isReadWhole(events, 'medicines') && (
        <p>{careTexts(events.courses.length === 0 ? 'noMedicines' : 'noChanges')}</p>
      )}
      <ShortList all={past} name={careTexts('changes')} shownCount={SHOWN_CHANGES}>
        {(change) => <ChangeLine change={change} />}
      </ShortList>
      {planned.length > 0 && (
        <>
          <h4>{careTexts('planned')}</h4>
          <ShortList all={planned} name={careTexts('planned')} shownCount={SHOWN_CHANGES}>
            {(change) => <ChangeLine change={change} />}
          </ShortList>
        </>
      )}
    </section>
  );
}

type InUseProps = Omit<MedicinesPartProps, 'events'> & {
  readonly now: MedicinesNow;
  readonly isWhole: boolean;
};

function InUse({ now, isDeceased, isPast, isWhole }: InUseProps) {
  if (isPast && Object.values(now).every((medicines: readonly Medicine[]) => medicines.length === 0))
    return null;
  const { inUse, onHold, notToUse, notClear, ended, refused } = now;
  const [heading, onHoldHeading] = isPast
    ? [careTexts('medicinesLast'), careTexts('onHoldBefore')]
    : [careTexts('medicinesNow'), careTexts('onHold')];
  return (
    <section className={styles.section}>
      <h3>{heading}</h3>
      {inUse.length === 0 && isWhole && !isPast && <p>{careTexts('noneNow')}</p>}
      <MedicineList medicines={inUse} name={heading} />
      <MedicineGroup medicines={onHold} heading={onHoldHeading} />
      <MedicineGroup medicines={notToUse} heading={careTexts('notToUse')} />
      <MedicineGroup
        medicines={notClear}
        heading={careTexts('perhaps')}
        why={careTexts(isDeceased ? 'perhapsWhyBefore' : 'perhapsWhy')}
      />
      <MedicineGroup medicines={ended} heading={careTexts('ended')} why={careTexts('endedWhy')} />
      <MedicineGroup medicines={refused} heading={careTexts('neverTaken')} />
    </section>
  );
}

type MedicineGroupProps = {
  readonly medicines: readonly Medicine[];
  readonly heading: string;
  /** Says why these stand here; '' where the heading says it. */
  readonly why?: string;
};

const MedicineGroup = ({ medicines, heading, why = '' }: MedicineGroupProps) =>
  medicines.length > 0 && (
    <>
      <h4>{heading}</h4>
      {why !== '' && <p className={styles.quiet}>{why}</p>}
      <MedicineList medicines={medicines} name={heading} />
    </>
  );

function ShortForms({ words }: { readonly words: string }) {
  const sentences = shortFormSentences(words);
  return sentences.length > 0 && <span className={styles.detail}>{sentences.join(' ')}</span>;
}

type MedicineListProps = { readonly medicines: readonly Medicine[]; readonly name: string };

const MedicineList = ({ medicines, name: heading }: MedicineListProps) => (
  <ShortList all={medicines} name={heading} shownCount={SHOWN_MEDICINES}>
    {({ name, dose, sentUnits, directions, isTimingElsewhere, when, reasons, neighbours, otherForms }) => (
      <>
        <span className={styles.date}>{when}</span>{' '}
        <span>
          <b>{name === careTexts('medicineWithoutName') ? name : <SentWords text={name} />}</b>{' '}
          <bdi>
            <WithSentWords text={dose} sent={sentUnits} />
          </bdi>
          {directions.map(({ words, isSent }) => (
            <Fragment key={words}>
              <span className={styles.detail} dir="auto">
                <WithSentWords text={careTexts('directions', { words })} {...(isSent && { sent: words })} />
              </span>
              <ShortForms words={words} />
            </Fragment>
          ))}
          {isTimingElsewhere && <span className={styles.detail}>{careTexts('timingElsewhere')}</span>}
          {reasons.map((reason) => (
            <ReasonLine key={reason} reason={reason} />
          ))}
          <ReasonLine reason={neighbours} said="neighbours" />
          <ReasonLine reason={otherForms} said="otherForms" />
        </span>
      </>
    )}
  </ShortList>
);
