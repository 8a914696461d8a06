import { countText } from '../../charts/format/numberText.ts';
import type { PrintPlan } from './printPlan.ts';
import styles from './PrintSummary.module.css';
import { printTexts } from './print.messages.ts';

/** Returns what is not on the pages, so that nothing is left out silently. */
function omissionTexts(plan: PrintPlan): readonly string[] {
  const { furtherNames, outsideNames, listedNames, outsideCount } = plan;
  const named = (key: 'furtherResults' | 'outsideResults' | 'listedResults', names: readonly string[]) =>
    names.length > 0
      ? [printTexts(key, { count: names.length, shown: countText(names.length), names: names.join('; ') })]
      : [];
  const counted = (key: 'earlierResults' | 'laterResults', count: number) =>
    count > 0 ? [printTexts(key, { count, shown: countText(count) })] : [];
  return [
    ...named('furtherResults', furtherNames),
    ...named('outsideResults', outsideNames),
    ...named('listedResults', listedNames),
    ...counted('earlierResults', outsideCount.older),
    ...counted('laterResults', outsideCount.newer),
  ];
}

/** Names the tests that have no curve here, and counts the results of other periods. */
export function PrintOmissions({ plan }: { readonly plan: PrintPlan }) {
  const texts = omissionTexts(plan);
  return (
    texts.length > 0 && (
      <section className={styles.omission} aria-labelledby="not-printed">
        <h2 id="not-printed" className={styles.omissionHeading}>
          {printTexts('omissionsHeading')}
        </h2>
        {texts.map((text) => (
          <p key={text} dir="auto">
            {text}
          </p>
        ))}
      </section>
    )
  );
}
