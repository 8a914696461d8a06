// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { MedicationCourse } from '../../../clinical/events/careEvent.ts';
import { drugFragment } from '../../../parts/navigation/drugAddress.ts';
import { eventsSnapshot } from '../../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { courses, madeCourse, madeDoseStep } from '../../../testing/madeEventsFixture.ts';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import type { TimeWindow } from '../../../parts/timeWindow/recordWindow.ts';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { useFragment } from '../../../parts/navigation/urlFragment.ts';
import { Compare } from '../Compare.tsx';
import { CompareLanes } from '../CompareLanes.tsx';
import type { CompareLaneSlot } from '../ComparePlots.tsx';
import { drugTexts } from './drug.messages.ts';
import { compareStory, YEAR_DAYS } from '../compareFixture.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

type AppProps = {
  readonly record: RecordSnapshot;
  readonly events: EventsSnapshot | undefined;
  readonly onWindow: (next: TimeWindow) => void;
};

const lanesOf =
  (events: EventsSnapshot): CompareLaneSlot =>
  // oxlint-disable-next-line react/no-multi-comp -- it is called as a function and never mounted
  (frame, cursorMs, onMoment, drug, measures) => (
    <CompareLanes {...{ events, frame, cursorMs, onMoment, drug, measures }} />
  );

function App({ record, events, onWindow }: AppProps) {
  return (
    <InOpenRecord record={record} nowMs={record.readAtMs}>
      <Compare
        fragment={useFragment()}
        window={YEAR_DAYS}
        onWindow={onWindow}
        events={events}
        lanes={events && lanesOf(events)}
      />
    </InOpenRecord>
  );
}

const onWindow = vi.fn<(next: TimeWindow) => void>();

function show(fragment: string, more: readonly MedicationCourse[] = [], events?: EventsSnapshot) {
  location.hash = fragment;
  return render(
    <App
      record={recordOf(compareStory)}
      events={events ?? eventsSnapshot({ courses: [...courses, ...more], events: [] })}
      onWindow={onWindow}
    />,
  );
}

const regions = () => screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'));
const laneNames = (region: string) =>
  [...screen.getByRole('region', { name: region }).querySelectorAll('[data-lane-row]')].map(
    (row) => row.textContent?.split(' ')[0],
  );

describe('Compare opened from the name of a drug', () => {
  test('says that the drug has two courses now, and lets one be chosen', () => {
    const strength = (name: string) => ({
      ...madeCourse(name, [madeDoseStep('2026-01-01', '…', 1)]),
      key: `drug ${name}`,
      otherKeys: ['drug'],
    });
    show(drugFragment('drug'), [strength('Enalapril 5 mg'), strength('Enalapril 20 mg')]);
    const list = screen.getByText(drugTexts('several', { count: '2' })).nextElementSibling;
    expect(list?.textContent).toBe('Enalapril 5 mgEnalapril 20 mg');
    expect([...(list?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
      drugFragment('drug Enalapril 5 mg'),
      drugFragment('drug Enalapril 20 mg'),
    ]);
  });

  test('has its lane above the tests, with potassium and creatinine first, and says that it is timing only', async () => {
    show(drugFragment('text:spironolactone'));
    await vi.waitFor(() =>
      expect(regions().slice(0, 3)).toEqual([
        'Medication: Spironolactone',
        'Potassium (mmol/L)',
        'Creatinine (mg/dL)',
      ]),
    );
    expect(laneNames('Medication: Spironolactone')).toEqual(['Spironolactone']);
    expect(
      within(screen.getByRole('region', { name: 'Medication: Spironolactone' })).queryByRole('link'),
    ).toBeNull();
    const other = within(screen.getByRole('region', { name: 'Events' })).getByRole('link', {
      name: 'Chlorthalidone',
    });
    expect(other.getAttribute('href')).toBe(drugFragment('text:chlorthalidone'));
    expect(laneNames('Events').slice(0, 2)).toEqual(['Chlorthalidone', 'Encounters']);
    expect(document.querySelector('[data-compare-notes]')?.textContent).toMatch(
      /^Often followed with Spironolactone: Potassium, Creatinine.*\. Timing only; does not show cause\.$/,
    );
  });

  test('writes its tests to the address, which opens again as it was and names no drug in words', async () => {
    show(drugFragment('text:spironolactone'));
    await vi.waitFor(() => expect(location.hash).toMatch(/^#compare=k,creat.*&drug=x[\da-f]{16}$/));
    const { hash } = location;
    expect(hash).not.toMatch(/spiro/i);
    const before = regions();
    cleanup();
    show(hash);
    expect(regions()).toEqual(before);
    expect(location.hash).toBe(hash);
  });

  test('writes no tests over an address that names others by then', async () => {
    show(drugFragment('text:spironolactone'));
    location.hash = `#compare=hr&${drugFragment('text:spironolactone').split('&')[1]}`;
    await vi.waitFor(() =>
      expect(regions().slice(0, 2)).toEqual(['Medication: Spironolactone', 'Heart rate (/min)']),
    );
    expect(location.hash).toMatch(/^#compare=hr&drug=/);
  });

  test('has what is given to move a compared test before the other medications, whatever changed later', () => {
    const insulin = madeCourse('Insulin glargine', [madeDoseStep('2026-01-05', '…', 10)]);
    show('#compare=k', [insulin]);
    expect(laneNames('Events').slice(0, 3)).toEqual(['Insulin', 'Spironolactone', 'Chlorthalidone']);
    cleanup();
    show('#compare=na', [insulin]);
    expect(laneNames('Events').slice(0, 3)).toEqual(['Spironolactone', 'Chlorthalidone', 'Insulin']);
  });

  test('keeps the tests when the drug is taken away, and then has its lane among the others', async () => {
    show(`#compare=na,hr&${drugFragment('text:chlorthalidone').split('&')[1]}`);
    expect(regions().slice(0, 2)).toEqual(['Medication: Chlorthalidone', 'Sodium (mmol/L)']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove Chlorthalidone' }));
    await vi.waitFor(() => expect(location.hash).toBe('#compare=na,hr'));
    expect(regions()[0]).toBe('Sodium (mmol/L)');
    expect(laneNames('Events')).toContain('Chlorthalidone');
  });

  test('a drug without a change in the period keeps its lane, and one press leads to the change', () => {
    const warfarin = madeCourse('Warfarin', [madeDoseStep('2019-02-03', '2020-06-01', 5)]);
    show(`#compare=k&${drugFragment(warfarin.key).split('&')[1]}`, [warfarin]);
    const region = screen.getByRole('region', { name: 'Medication: Warfarin' });
    expect(region.textContent).toContain('until 1 Jun 2020');
    const area = within(document.querySelector<HTMLElement>('[data-compared-drug]')!);
    expect(area.getByText(/^Last start or change of dose: 3 Feb 2019, outside this period/)).toBeTruthy();
    fireEvent.click(area.getByRole('button', { name: 'Go to it' }));
    const [{ startMs, endMs } = YEAR_DAYS] = onWindow.mock.calls.at(-1) ?? [];
    expect(startMs).toBeLessThan(Date.parse('2019-02-03'));
    expect(endMs).toBeGreaterThan(Date.parse('2019-02-03'));
  });

  test('says that it waits for the medication list, or that the drug is not in it', () => {
    show(
      `#compare=k&${drugFragment('text:lithium').split('&')[1]}`,
      [],
      eventsSnapshot({ courses: [], events: [], ended: false }),
    );
    expect(screen.getByText('Loading the medication of this view.')).toBeTruthy();
    cleanup();
    show(`#compare=k&${drugFragment('text:lithium').split('&')[1]}`);
    expect(screen.getByText(/is not in the medication list that was loaded/)).toBeTruthy();
  });

  test('shows what changed most after the change where no test is known to go with the drug', async () => {
    const unknown = madeCourse('Study drug 17', [madeDoseStep('2026-10-21', '…', 5)]);
    const many = ['2026-01-01', '2026-03-01', '2026-05-01', '2026-07-01', '2026-09-01'].map((at) =>
      resultInput('1742-6', 20, 'U/L', `${at}T14:00:00Z`),
    );
    const record = recordOf([
      ...compareStory,
      ...many,
      resultInput('1742-6', 190, 'U/L', '2026-11-10T14:00:00Z'),
    ]);
    location.hash = drugFragment(unknown.key);
    render(<App {...{ record, onWindow }} events={eventsSnapshot({ courses: [unknown], events: [] })} />);
    await vi.waitFor(() => expect(location.hash).toMatch(/^#compare=(?:.*,)?alt[,&]/));
  });

  test.each(['drug=spironolactone', 'drug=x12', 'drug=http://evil.example'])(
    'a part of the address that names no drug is refused and said: %s',
    (part) => {
      show(`#compare=k&${part}`);
      expect(document.querySelector('[data-compare-notes]')?.textContent).toContain(
        'Longview did not recognise part of this link',
      );
      expect(document.querySelector('[data-compared-drug]')).toBeNull();
    },
  );
});
