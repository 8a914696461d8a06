/** Draws each test of a record as patients and as clinicians see it, and reads both from the page. */
import { cleanup, render } from '@testing-library/react';
import { frameOf } from '../charts/axis/frame.ts';
import { chartEntriesOf } from '../charts/reading/chartEntries.ts';
import { LanguageProvider } from '../parts/language/languageContext.ts';
import type { RecordCompleteness } from '../parts/recordStatus/recordCompleteness.ts';
import { ResultRow } from '../parts/results/table/ResultRow.tsx';
import { Tile } from '../parts/results/Tile.tsx';
import { isSameRow } from '../clinical/series/rowList.ts';
import { cardsOf, type PatientCard } from '../screens/myResults/card/cards.ts';
import { ResultCard } from '../screens/myResults/card/ResultCard.tsx';
import { cardDays } from '../screens/myResults/list/days.ts';
import { READ_AT_MS, emptyFlowsheet } from './recordFixture.ts';
import { InOpenRecord, TEST_TIME_ZONE } from './InOpenRecord.tsx';
import type { Series } from '../clinical/series/series.ts';
import { seriesAsSent } from '../clinical/unitChoice/seriesAsSent.ts';

/** Returns the series of these Observations, read as those of this patient. */
export function seriesFromResources(resources: readonly unknown[], patientId = 'p1'): readonly Series[] {
  const sheet = emptyFlowsheet({ patientId });
  sheet.take(resources);
  return sheet.snapshot().series;
}

const frame = frameOf({
  startMs: Date.parse('1900-01-01'),
  endMs: Date.parse('2100-01-01'),
  timeZone: TEST_TIME_ZONE,
  widthPx: 200,
  heightPx: 30,
});
const nothing = (): void => undefined;
const ENGLISH = { language: 'en', onChoose: nothing };

/** This is what the page says of one test. '' stands for what it does not say. */
export type ViewFacts = {
  readonly latest: string;
  readonly latestUnit: string;
  readonly latestTime: string;
  readonly seriesId: string;
  /** These are results on the curve. */
  readonly count: string;
  /** These are all results of the table. */
  readonly all: string;
  readonly value: string;
  readonly unit: string;
  readonly date: string;
  /** The range reads like "3.5–5.0" or "≤5.1"; a range in words stays as it was sent. */
  readonly range: string;
  readonly before: string;
};

export type TwoViews = {
  readonly card: PatientCard;
  /** This is the same test in the unit of the catalog, in which a clinician reads it. */
  readonly clinicianCard: PatientCard;
  readonly patient: ViewFacts;
  readonly clinician: ViewFacts | undefined;
  readonly patientText: string;
  readonly clinicianText: string;
};

const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const NUMBER = String.raw`[-−]?\d[\d,]*(?:\.\d+)?`;
const countIn = (text: string): string => /\d[\d,]*/.exec(text)?.[0].replaceAll(',', '') ?? '';

/** These are the words of patients for the limits of a range, each with the sign that clinicians read. */
const LIMITS = [
  [new RegExp(`^(${NUMBER}(?: \\S+)?) to (${NUMBER}(?: \\S+)?)$`), '$1–$2'],
  [new RegExp(`^up to (${NUMBER})$`), '≤$1'],
  [new RegExp(`^less than (${NUMBER})$`), '<$1'],
  [new RegExp(`^(${NUMBER}) or higher$`), '≥$1'],
  [new RegExp(`^more than (${NUMBER})$`), '>$1'],
] as const;
const signsOf = (words: string): string =>
  LIMITS.reduce((text, [pattern, signs]) => text.replace(pattern, signs), words);

const numberOf = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));

const TWO_LIMITS = new RegExp(`^(${NUMBER})\\s*([^\\d–-]*)[–-]\\s*(${NUMBER})(.*)$`);
/** Limits for some people, in another unit or the wrong way round are words, and no limits. */
const isOneRange = ([, low = '', unit, high = '', rest = '']: readonly string[]): boolean =>
  unit === '' && !/[(;]/.test(rest) && numberOf(low) < numberOf(high);

/** Returns the limits of a clinician's range; '' where its words hold no limits. */
function limitsOf(range: string): string {
  const plain = range
    .replaceAll(/[“”]/g, '')
    // The name of a usual range is no limit.
    .replace(/^normal range: /i, '')
    .replace(/^(?:>=|lower limit )/, '≥')
    .replace(/^(?:<=|upper limit )/, '≤');
  const pair = TWO_LIMITS.exec(plain);
  if (pair !== null) return isOneRange(pair) ? `${pair[1]}–${pair[3]}` : '';
  const [, sign = '', limit = ''] = new RegExp(`^([≤≥<>])\\s*(${NUMBER})`).exec(plain) ?? [];
  return sign + limit;
}

const ENGLISH_DATE = /([A-Z][a-z]+)(?: (\d{1,2}),)? (\d{4})/;
/** Writes "November 12, 2026" as clinicians read it: "12 Nov 2026". */
const clinicianDate = (text: string): string => {
  const [, month = '', day, year = ''] = ENGLISH_DATE.exec(text) ?? [];
  return month === '' ? text : [day, month.slice(0, 3), year].filter(Boolean).join(' ');
};

const hooksOf = ({ dataset }: HTMLElement) => ({
  seriesId: dataset['series'] ?? '',
  count: dataset['count'] ?? '',
  latest: dataset['latest'] ?? '',
  latestUnit: dataset['unit'] ?? '',
  latestTime: dataset['latestTime'] ?? '',
});

/** Returns what the patient reads of the range, in the signs of clinicians or in the words of the laboratory. */
function patientRange(text: string): string {
  const [, between = ''] =
    /range (?:the laboratory uses|that was sent with it)(?:: | is )(.+?)\.(?= |$|[A-Z])/.exec(text) ?? [];
  const [, words = ''] =
    /(?:wrote about its range|This range was sent with it): (.+?)\.(?=[A-Z]| )/.exec(text) ?? [];
  if (words !== '' && between !== '') return words.replace('“', `“${signsOf(between)}; `);
  return words || signsOf(between);
}

function patientBefore(text: string): string {
  const [, date = '', value = ''] =
    /(?:Last time|Before that), (?:on|in) (.+?), it was (.+?)\.(?: That| Now| This|[A-Z]|$)/.exec(text) ?? [];
  return value && `${value}, ${clinicianDate(date)}`;
}

/** Returns the heading of the day under which the list has a card. */
const dayAbove = (card: PatientCard): string =>
  cardDays([card], { names: new Map(), isLate: false }, TEST_TIME_ZONE)[0]?.heading ?? '';

function patientFacts(article: HTMLElement, dayHeading: string): ViewFacts {
  const text = textOf(article);
  const value = article.querySelector('p b');
  return {
    ...hooksOf(article),
    all: countIn(textOf(article.querySelector('a[href]')).split(':')[0] ?? '') || '1',
    value: textOf(value).replaceAll(/[“”]/g, ''),
    unit: textOf(value?.nextElementSibling),
    // A card without a value leaves its date to the heading.
    date: clinicianDate(textOf(article.querySelector('div:last-child > p')) || (value ? '' : dayHeading)),
    range: patientRange(text),
    before: patientBefore(text),
  };
}

const NO_RANGE = 'no reference range';

type Drawing = { readonly card: PatientCard; readonly completeness: RecordCompleteness };
type BothCards = Pick<TwoViews, 'card' | 'clinicianCard'> & Pick<Drawing, 'completeness'>;

/** Returns undefined for results that have no curve, and so no tile. */
function clinicianFacts(container: Element, { card }: Drawing): ViewFacts | undefined {
  const tile = container.querySelector<HTMLElement>('a[data-series]');
  const [row] = container.querySelectorAll('tbody tr');
  if (tile === null || row === undefined) return undefined;
  const number = tile.querySelector('[data-number] b');
  const dateText = textOf(number?.parentElement?.nextElementSibling);
  const range = textOf(row.children[3]);
  const [, before = ''] = /was (.+?, (?:\d{1,2} )?(?:[A-Z][a-z]{2} )?\d{4})/.exec(textOf(tile)) ?? [];
  return {
    ...hooksOf(tile),
    all: String(chartEntriesOf(card.series, card.diastolic).all.length),
    value: textOf(number),
    unit: textOf(number?.nextElementSibling),
    date: /^(?:\d{1,2} )?(?:[A-Z][a-z]{2} )?\d{4}/.exec(dateText)?.[0] ?? '',
    range: limitsOf(range) || (range === NO_RANGE ? '' : range),
    before,
  };
}

/** Draws both views of one test. */
function drawn({ card, clinicianCard, completeness }: BothCards): TwoViews {
  const { series, diastolic, result } = clinicianCard;
  const entry = chartEntriesOf(series, diastolic).all.find(({ rows }) =>
    rows.some((row) => isSameRow(row, result.row)),
  );
  const { container } = render(
    <LanguageProvider value={ENGLISH}>
      <InOpenRecord nowMs={READ_AT_MS}>
        <div>
          <ResultCard card={card} name={series.name} what="" completeness={completeness} />
        </div>
        <div>
          <Tile
            name={series.name}
            {...{ series, diastolic, newer: clinicianCard.newer }}
            view={{ frame, completeness, todayMs: READ_AT_MS, nameWidthPx: 500 }}
          />
          <table>
            <tbody>
              {entry && <ResultRow entry={entry} series={series} rowIndex={0} selected={false} />}
            </tbody>
          </table>
        </div>
      </InOpenRecord>
    </LanguageProvider>,
  );
  const [ours, theirs] = container.children;
  const views = {
    card,
    clinicianCard,
    patient: patientFacts(ours!.querySelector('article')!, dayAbove(card)),
    clinician: clinicianFacts(theirs!, { card: clinicianCard, completeness }),
    patientText: textOf(ours),
    clinicianText: textOf(theirs),
  };
  cleanup();
  return views;
}

/** Returns both views of every test of a record. Patients read each in the unit in which it was sent (decision 57). */
export function viewsOf(
  all: readonly Series[],
  completeness: RecordCompleteness = 'complete',
): readonly TwoViews[] {
  const clinicianCards = cardsOf(all);
  const cards = cardsOf(all.map(seriesAsSent));
  if (cards.map(({ id }) => id).join() !== clinicianCards.map(({ id }) => id).join())
    throw new Error('The two views differ in their tests.');
  return cards.map((card, i) => drawn({ card, clinicianCard: clinicianCards[i]!, completeness }));
}
