import { QueryClientProvider, queryOptions } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { courses, events } from '../testing/madeEventsFixture.ts';
import { READ_ONCE } from '../record/flowsheet/queries.ts';
import { queryClient } from '../record/flowsheet/queryClient.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { eventsSnapshot } from '../testing/eventsSnapshotFixture.ts';
import { DAY_MS } from '../clinical/time/durations.ts';
import { drugFragment } from '../parts/navigation/drugAddress.ts';
import { moveCursor } from '../parts/timeWindow/cursorStore.ts';
import { RecordScreen } from '../app/RecordScreen.tsx';
import { siteOf } from '../testing/sessionFixture.ts';
import type { Site } from '../smart/site/site.ts';
import type { Family, State } from './family.ts';
import { NOW_MS, ZONE } from './fixedClock.ts';
import { noop, patientOf } from './sampleContext.ts';
import { CHILD, childRecord, monitorRecord, yearRecord } from './sampleRecords.ts';
import { openedSession, type Granted } from '../testing/openedSessionFixture.ts';

const optionsOf = <T,>(name: string, read: () => Promise<T>) =>
  queryOptions({ ...READ_ONCE, queryKey: ['s', 'iss', 'p1', name], queryFn: read });

const openEvents = {
  events: optionsOf('events', () => Promise.resolve(eventsSnapshot({ courses, events }))),
  retry: noop,
  refresh: noop,
};
export type OpenedRecordScreenProps = {
  readonly record: RecordSnapshot;
  /** Elements with these names are pressed one after the other, as soon as each is there. */
  readonly presses: readonly string[];
  /** The shared cursor of the curves stands at this moment. */
  readonly cursorMs?: number | undefined;
  /** The launch was like this, by default an EHR's. */
  readonly launch?: Partial<Granted> | undefined;
  /** The Patient differs in these fields from the one of the gallery. */
  readonly person?: object | undefined;
  /** The site file says this of the site, beside its time zone. */
  readonly site?: Partial<Site> | undefined;
};

/** Presses each element it finds once, as a reader would. The text after "=" is typed. */
function usePresses(names: readonly string[]): void {
  const left = useRef([...names]);
  useEffect(() => {
    const press = (): void => {
      const [name, typed = ''] = left.current[0]?.split('=') ?? [];
      const target = [...document.querySelectorAll<HTMLElement>('button, summary, input')].find((one) =>
        (one.getAttribute('aria-label') ?? one.textContent).startsWith(name ?? ' '),
      );
      if (name === undefined || !target) return;
      left.current.shift();
      target.focus();
      target.click();
      if (typed !== '') document.execCommand('insertText', false, typed);
    };
    const observer = new MutationObserver(press);
    observer.observe(document.body, { childList: true, subtree: true });
    press();
    return () => observer.disconnect();
  }, []);
}

/** Opens the screen that the address names, as in a session. */
export function OpenedRecordScreen(props: OpenedRecordScreenProps) {
  const { record, presses, cursorMs, launch, person, site } = props;
  usePresses(presses);
  useEffect(() => {
    if (cursorMs !== undefined) moveCursor({ timeMs: cursorMs, isMovedByKey: false });
  }, [cursorMs]);
  const client = useMemo(() => queryClient(), []);
  const opened = useMemo(
    () =>
      openedSession(
        { ...launch },
        { openEvents: () => Promise.resolve(openEvents) },
        siteOf({ timeZone: ZONE, ...site }),
      ),
    [launch, site],
  );
  const patient = useMemo(() => optionsOf('patient', () => Promise.resolve(patientOf(person))), [person]);
  const read = useMemo(() => optionsOf('record', () => Promise.resolve(record)), [record]);
  return (
    <QueryClientProvider client={client}>
      <RecordScreen opened={opened} patientOptions={patient} recordOptions={read} onStop={noop} />
    </QueryClientProvider>
  );
}

const screen = (
  name: string,
  caption: string,
  fragment: string,
  {
    record = yearRecord,
    presses = [],
    cursorMs,
    person,
    heightPx = 560,
  }: Partial<OpenedRecordScreenProps> & { heightPx?: number } = {},
): State => ({
  name,
  caption,
  fragment,
  framePx: [heightPx, heightPx],
  isScreen: true,
  draw: () => <OpenedRecordScreen {...{ record, presses, cursorMs, person }} />,
});

export const recordScreens: Family = {
  name: 'record',
  title: 'Screens of a record',
  minWidthPx: 1000,
  states: [
    screen('overview', 'Overview: curves, few results, what is calculated, what is no number', '', {
      heightPx: 640,
    }),
    screen('reading', 'Overview while results arrive', '', {
      record: { ...yearRecord, complete: false, ended: false },
      heightPx: 640,
    }),
    screen('found', 'Overview with a word in the search', '', { presses: ['Find=creat'], heightPx: 400 }),
    screen('cursor', 'Overview, read at its cursor', '', {
      cursorMs: NOW_MS - 60 * DAY_MS,
      heightPx: 640,
    }),
    screen('monitor', 'Overview of a stay with a monitor', '', { record: monitorRecord, heightPx: 640 }),
    screen('growth', 'The percentile curves of a child', '#series=weight&chart=growth', {
      record: childRecord,
      person: CHILD,
      heightPx: 760,
    }),
    screen('detail', 'One result', '#series=k&window=1y', { heightPx: 640 }),
    screen('calculated', 'What Longview calculated', '#series=agap~calculated&window=all'),
    screen(
      'compare',
      'Compare, read at its cursor, with the list to add from',
      '#compare=bp-sys,k,creat&window=1y',
      {
        presses: ['Add a result'],
        heightPx: 640,
      },
    ),
    screen(
      'compare-drug',
      'Compare, opened from the name of a drug',
      `#compare=k,creat&window=1y&${drugFragment('text:spironolactone').split('&')[1]}`,
      { heightPx: 640 },
    ),
    screen(
      'compare-tables',
      'Compare: before and after a moment, and the table',
      '#compare=k,creat&window=1y&view=table&moment=35.25d',
      { heightPx: 640 },
    ),
    screen('grid', 'Results by date, one read', '#results', { presses: [] }),
    screen('timeline', 'Timeline', '#timeline&window=1y', { heightPx: 640 }),
    screen('print', 'The page that is printed', '#print&window=1y', { heightPx: 640 }),
    screen('account-listed', 'Account: listed', '#account=listed'),
    screen('account-withdrawn', 'Account: withdrawn', '#account=withdrawn', { heightPx: 400 }),
  ],
};
