import type { ChartLayout } from './chartLayout.ts';
import { oneResultTexts } from './oneResult.messages.ts';
import styles from './ResultChart.module.css';

/** Says what the shapes of the chart mean. It names only those that are drawn. */
export function ChartKey({
  layout: { marks, edges, limits, rangesBy: by },
}: {
  readonly layout: ChartLayout;
}) {
  const isPair = marks.some(({ tops }) => tops.length > 1);
  const isUncertain = marks.some(({ kind, span }) => kind.startsWith('limit') || (span && kind === 'exact'));
  return (
    <ul className={styles.key} aria-hidden="true">
      <li>
        <svg width={14} height={12}>
          {isPair ? (
            <path className={styles.bar} d="M3 1h8M3 11h8M7 1V11" />
          ) : (
            <circle className={styles.point} cx={7} cy={6} r={3.5} />
          )}
        </svg>
        {oneResultTexts(isPair ? 'keyPressure' : 'keyResult')}
      </li>
      {edges !== '' && (
        <li>
          <svg width={18} height={12}>
            <path className={styles.band} d="M0 2H18V10H0Z" />
            <path className={styles.edge} d="M0 2H18M0 10H18" />
          </svg>
          {oneResultTexts('keyRange', { by })}
        </li>
      )}
      {limits !== '' && (
        <li>
          <svg width={18} height={12}>
            <path className={styles.limit} d="M0 6H18" />
          </svg>
          {oneResultTexts('keyLimit', { by })}
        </li>
      )}
      {isUncertain && (
        <li>
          <svg width={14} height={12}>
            <circle className={styles.uncertain} cx={7} cy={6} r={3.5} />
          </svg>
          {oneResultTexts('keyUncertain')}
        </li>
      )}
      {marks.some(({ kind }) => kind === 'undrawn') && (
        <li>
          <svg width={14} height={12}>
            <path className={styles.undrawn} d="M7 2v9" />
          </svg>
          {oneResultTexts('keyUndrawn')}
        </li>
      )}
    </ul>
  );
}
