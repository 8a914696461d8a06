import { useEffect, useMemo } from 'react';
import type { MedicationCourse } from '../../../clinical/events/careEvent.ts';
import type { TimeSpan } from '../../../clinical/change/comparableRows.ts';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { useChildGrowth } from '../../../parts/growth/useChildGrowth.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { changeFactsOf } from '../../../parts/changes/changeFacts.ts';
import { coursesNamed } from '../../../parts/navigation/drugAddress.ts';
import { replaceFragment } from '../../../parts/navigation/urlFragment.ts';
import { useRecord } from '../../../parts/openRecord/openRecordContexts.ts';
import { isWaiting } from '../../../parts/recordStatus/recordStatusText.ts';
import { compareFragment, compareIn, type CompareView } from '../../../parts/screenUrls/compareUrl.ts';
import { drugTests } from './drugTests.ts';

export type ComparedDrug =
  | { readonly state: 'none'; readonly course?: undefined }
  | { readonly state: 'awaited' | 'absent'; readonly course?: undefined }
  | { readonly state: 'found'; readonly course: MedicationCourse }
  | {
      readonly state: 'several';
      /** The medication has these courses now, each with a strength of its own. */
      readonly courses: readonly MedicationCourse[];
      readonly course?: undefined;
    };

/** Returns the medication that the address names, or why there is none. */
export function useComparedDrug(
  address: string | undefined,
  events: EventsSnapshot | undefined,
): ComparedDrug {
  const { wait } = useRecord();
  return useMemo(() => {
    if (address === undefined) return { state: 'none' };
    const [course, ...more] = events ? coursesNamed(events.courses, address) : [];
    if (course && more.length > 0) return { state: 'several', courses: [course, ...more] };
    if (course) return { state: 'found', course };
    return { state: events?.ended === true || isWaiting(wait) ? 'absent' : 'awaited' };
  }, [address, events, wait]);
}

const NO_IDS: readonly string[] = [];

type DrugTestsInput = {
  readonly urlState: CompareView;
  readonly drug: ComparedDrug;
  readonly record: RecordSnapshot | undefined;
  readonly events: EventsSnapshot | undefined;
  readonly span: TimeSpan | undefined;
};

/**
 * Returns the strips that go with the medication of an address without strips. They are written to the address, so that they
 * stay when a newer result comes and when the view is opened again.
 */
export function useDrugTests({ urlState, drug, record, events, span }: DrugTestsInput): readonly string[] {
  const { patient } = useRecord();
  const timeZone = useTimeZone();
  const { course } = drug;
  const isChosen = urlState.ids.length > 0;
  const { growth, isLoading } = useChildGrowth(course !== undefined && !isChosen);
  const ids = useMemo(() => {
    if (isChosen || !course || !record?.ended || !span || isLoading) return NO_IDS;
    const facts = changeFactsOf(events, record.series, patient?.birth, growth, timeZone);
    return drugTests(course, record.series, { span, timeZone, facts });
  }, [isChosen, course, record, span, events, patient, timeZone, growth, isLoading]);
  useEffect(() => {
    // The address may have changed since the tests were chosen for it.
    const now = compareIn(location.hash);
    if (ids.length > 0 && now.ids.length === 0 && now.drug === urlState.drug)
      replaceFragment(compareFragment({ ...urlState, ids }, location.hash));
  }, [ids, urlState]);
  return ids;
}
