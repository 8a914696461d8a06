import { changeText, plannedText } from '../../../charts/lanes/laneMoments.ts';
import { useLaneKeys } from '../../../charts/lanes/useLaneKeys.ts';
import { dateTimeText } from '../../../charts/format/dateText.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { CourseChange } from '../../../clinical/events/careEvent.ts';
import { drugFragment } from '../../../parts/navigation/drugAddress.ts';
import { RIBBON_PX, type RibbonLayout } from '../ribbonLayout.ts';
import { lazySectionsTexts } from '../lazySections.messages.ts';
import styles from './RibbonDrugLinks.module.css';

/** Returns the change with its date, as the ribbon says it to readers who do not see it. */
export const changeWithTime = (change: CourseChange, timeZone: string): string =>
  lazySectionsTexts('changeAt', {
    change: changeText(change),
    when: plannedText(change, timeZone, dateTimeText(change.atMs, change.precision, timeZone)),
  });

type RibbonDrugLinksProps = {
  readonly changes: RibbonLayout['changes'];
  readonly scale: number;
};

/**
 * Lists the drugs of the ribbon as links to Compare, for keys and for readers who do not see it: a pointer presses the drawn
 * names.
 * They are one stop of the Tab key, the arrow keys lead from one to the next, and the one with the focus is seen at its place.
 */
export function RibbonDrugLinks({ changes: { labelled }, scale }: RibbonDrugLinksProps) {
  const timeZone = useTimeZone();
  const { stop, onFocus, onKeyDown } = useLaneKeys();
  if (labelled.length === 0) return null;
  const inOrder = labelled.toSorted((a, b) => a.item.atMs - b.item.atMs);
  const keys = inOrder.map((_, i) => `drug#${i}`);
  const current = stop !== undefined && keys.includes(stop) ? stop : keys.at(-1);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the links inside
    <ul
      className={styles.links}
      aria-label={lazySectionsTexts('drugLinks')}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <li data-lane-row="">
        {inOrder.map(({ item, textFromPx, textToPx, row }, i) => (
          <a
            key={keys[i]}
            href={drugFragment(item.courseKey)}
            data-lane-target={keys[i]}
            tabIndex={keys[i] === current ? 0 : -1}
            style={{
              // The date makes it longer than the drawn name, and the newest stands at the right edge of the page.
              right: `calc(100% - ${textToPx + 2}px)`,
              top: (RIBBON_PX.medicationTop + row * RIBBON_PX.row) * scale,
              minWidth: textToPx - textFromPx,
            }}
          >
            {changeWithTime(item, timeZone)}
          </a>
        ))}
      </li>
    </ul>
  );
}
