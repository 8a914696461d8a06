import { useId, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { roundPx } from '../../charts/axis/scale.ts';
import type { ChildGrowth } from '../../clinical/growth/childGrowth.ts';
import type { GrowthMeasure } from '../../clinical/growth/growthTables.ts';
import { usePrintWidthPx } from '../../ui/layout/printMedia.ts';
import { useBoxSize } from '../../ui/layout/useBoxSize.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { growthChartTexts } from './growthChart.messages.ts';
import {
  growthLayout,
  nearestPoint,
  pointsIn,
  spansOf,
  type GrowthLayout,
  type GrowthSpan,
} from './growthLayout.ts';
import { drawnPointsOf, type DrawnPoint, type GrowthPoint } from './growthPoints.ts';
import { GrowthPlot } from './GrowthPlot.tsx';
import styles from './GrowthChart.module.css';

/** A chart has a unit, of which `unitsPerMetricUnit` make one kg, cm or kg/m². */
type ChartUnit = { readonly text: string; readonly unitsPerMetricUnit: number };

type GrowthChartProps = {
  readonly name: string;
  readonly measure: GrowthMeasure;
  readonly points: readonly GrowthPoint[];
  readonly growth: ChildGrowth;
  readonly unit: ChartUnit;
  /** Says one point in a sentence. */
  readonly readingOf: (point: GrowthPoint) => string;
  /** This is the result that is chosen elsewhere on the screen. */
  readonly selectedId?: string | undefined;
  readonly onFocus?: (point: GrowthPoint, isByKey: boolean) => void;
};

/** The chart has these margins at both sides of the page. */
const PAPER_MARGINS_PX = 32;

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowLeft: (index) => Math.max(0, index - 1),
  ArrowRight: (index, last) => Math.min(last, index + 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** A point that the reader chose here counts until another result is chosen elsewhere. */
function useFocusIndex(points: readonly DrawnPoint[], selectedId: string | undefined) {
  const [chosen, setChosen] = useState<{ readonly id: string; readonly besideId: string | undefined }>();
  const id = chosen !== undefined && chosen.besideId === selectedId ? chosen.id : selectedId;
  const index = id === undefined ? -1 : points.findIndex(({ row }) => row.id === id);
  const choose = (point: DrawnPoint): void => setChosen({ id: point.row.id, besideId: selectedId });
  return [index, choose] as const;
}

/** Shows where a child lies among children of the same age and sex. It is read by pointer, touch and arrow keys. */
export function GrowthChart(props: GrowthChartProps) {
  const { name, measure, growth, unit, readingOf, selectedId, onFocus } = props;
  const [ref, size] = useBoxSize();
  const paperPx = usePrintWidthPx();
  const all = useMemo(() => drawnPointsOf(props.points), [props.points]);
  const spans = spansOf(all);
  const [span, setSpan] = useState<GrowthSpan>('all');
  const points = pointsIn(all, span);
  const [index, choose] = useFocusIndex(points, selectedId);
  const [isAnnounced, setIsAnnounced] = useState(false);
  const { heightPx } = size ?? {};
  const widthPx = size && paperPx !== undefined ? paperPx - PAPER_MARGINS_PX : size?.widthPx;
  const layout = useMemo(
    () =>
      widthPx === undefined || heightPx === undefined || all.length === 0
        ? undefined
        : growthLayout({
            points: all,
            measure,
            growth,
            span,
            unitsPerMetricUnit: unit.unitsPerMetricUnit,
            widthPx,
            heightPx,
          }),
    [all, measure, growth, span, unit.unitsPerMetricUnit, widthPx, heightPx],
  );
  const focus = (next: number, isByKey: boolean): void => {
    const point = points[next];
    if (point === undefined || (next === index && !isByKey)) return;
    setIsAnnounced(isByKey);
    choose(point);
    onFocus?.(point, isByKey);
  };
  const reading = points[index];
  return (
    <figure className={styles.figure}>
      {spans.length > 1 && <SpanSwitch {...{ spans, span }} onChoose={setSpan} />}
      <p className={styles.unit}>{growthChartTexts('valueIn', { name, unit: unit.text })}</p>
      <div ref={ref} className={styles.box}>
        {layout && (
          <Field {...{ name, layout, index, focus, unitsPerMetricUnit: unit.unitsPerMetricUnit, readingOf }}>
            <GrowthPlot layout={layout} unitsPerMetricUnit={unit.unitsPerMetricUnit} focusIndex={index} />
          </Field>
        )}
      </div>
      <figcaption className={styles.caption}>
        <p>{ageText(layout)}</p>
        <p
          className={reading ? styles.reading : styles.hint}
          aria-live={isAnnounced ? 'polite' : 'off'}
          data-growth-reading=""
        >
          {reading ? readingOf(reading) : growthChartTexts('nonePicked')}
        </p>
        {layout && layout.curves.length > 0 && <ReferenceNames {...{ layout, measure, growth }} />}
      </figcaption>
    </figure>
  );
}

function ageText(layout: GrowthLayout | undefined): string {
  const age = growthChartTexts(layout?.isInMonths ? 'ageInMonths' : 'ageInYears');
  const isCorrected = layout?.points.some(({ growth }) => growth.correction?.kind === 'corrected');
  return isCorrected ? growthChartTexts('ageCorrected', { age }) : age;
}

const REFERENCE_NAMES = {
  who2006: { female: 'whoGirls', male: 'whoBoys' },
  cdc2000: { female: 'cdcGirls', male: 'cdcBoys' },
} as const;

type ReferenceNamesProps = Pick<GrowthChartProps, 'measure' | 'growth'> & { readonly layout: GrowthLayout };

const ReferenceNames = ({ layout, measure, growth: { child } }: ReferenceNamesProps) => (
  <p className={styles.references}>
    {[
      ...layout.references.map(({ reference }) =>
        growthChartTexts(REFERENCE_NAMES[reference][child.sex === 'female' ? 'female' : 'male']),
      ),
      growthChartTexts('curves', { measure }),
    ].join(' ')}
  </p>
);

type SpanSwitchProps = {
  readonly spans: readonly GrowthSpan[];
  readonly span: GrowthSpan;
  readonly onChoose: (span: GrowthSpan) => void;
};

const SpanSwitch = ({ spans, span, onChoose }: SpanSwitchProps) => (
  <fieldset className={styles.spans} aria-label={growthChartTexts('spans')}>
    {spans.map((one) => (
      <button key={one} type="button" aria-pressed={one === span} onClick={() => onChoose(one)}>
        {growthChartTexts(one)}
      </button>
    ))}
  </fieldset>
);

type FieldProps = {
  readonly name: string;
  readonly layout: GrowthLayout;
  readonly unitsPerMetricUnit: number;
  readonly index: number;
  readonly focus: (index: number, isByKey: boolean) => void;
  readonly readingOf: (point: GrowthPoint) => string;
  readonly children: React.ReactNode;
};

/** The plot is a slider over its points, as the other charts are. */
function Field({ name, layout, unitsPerMetricUnit, index, focus, readingOf, children }: FieldProps) {
  const describedBy = useId();
  const { points } = layout;
  const last = points.length - 1;
  const place = index < 0 ? last : index;
  const total = String(points.length);
  const point = (event: PointerEvent<HTMLElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [px, py] = [event.clientX - left, event.clientY - top];
    focus(nearestPoint(layout, unitsPerMetricUnit, roundPx(px), roundPx(py)), event.type === 'pointerdown');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // The first key reads the newest point, because a reader looks for that one.
    focus(index < 0 && event.key !== 'Home' ? last : step(place, last), true);
  };
  const chosen = points[index];
  // The role is that of the other charts: the arrow keys of a slider are left to the page.
  const slider = {
    role: 'slider',
    tabIndex: 0,
    'aria-label': growthChartTexts('chartName', { name, count: points.length, shown: total }),
    'aria-describedby': describedBy,
    'aria-valuemin': 1,
    'aria-valuemax': points.length,
    'aria-valuenow': place + 1,
    'aria-valuetext': chosen
      ? `${growthChartTexts('place', { index: String(index + 1), total })}. ${readingOf(chosen)}`
      : growthChartTexts('nonePicked'),
    onKeyDown,
    onPointerMove: point,
    onPointerDown: point,
  };
  return (
    <>
      <div className={styles.field} {...slider}>
        {children}
      </div>
      <VisuallyHidden>
        <span id={describedBy}>{growthChartTexts('keys')}</span>
      </VisuallyHidden>
    </>
  );
}
