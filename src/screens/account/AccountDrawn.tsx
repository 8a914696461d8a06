import type { Series } from '../../clinical/series/series.ts';
import { MoreRows, useGrowingList } from '../../parts/recordStatus/MoreRows.tsx';
import { accountTexts } from './account.messages.ts';
import { AccountTable } from './AccountTable.tsx';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
import styles from './Account.module.css';
import { countText } from '../../charts/format/numberText.ts';

type AccountDrawnProps = { readonly series: readonly Series[]; readonly drawnCount: number };

/** Counts the drawn results of each chart. A result of several parts is in several charts, but counts once in the sum. */
export function AccountDrawn({ series, drawnCount }: AccountDrawnProps) {
  const charts = series.filter(({ account }) => account.drawn > 0);
  const { shown, more } = useGrowingList(charts);
  const sumOfCharts = charts.reduce((sum, { account }) => sum + account.drawn, 0);
  return (
    <section>
      <h3>{accountTexts('drawn')}</h3>
      <p>
        {accountTexts('drawnInCharts', {
          count: charts.length,
          shown: countText(charts.length),
          results: resultsText(drawnCount),
        })}
        {sumOfCharts > drawnCount && ` ${accountTexts('drawnSeveralParts')}`}
      </p>
      <AccountTable
        columns={[
          { heading: accountTexts('what') },
          { heading: accountTexts('unit') },
          { heading: accountTexts('drawn'), isNumber: true },
        ]}
      >
        {shown.map(({ id, name, unitText, account }) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              <a href={seriesFragment(id)}>{name}</a>
            </th>
            <td dir="auto">{unitText || accountTexts('noUnit')}</td>
            <td className={styles.number}>{countText(account.drawn)}</td>
          </tr>
        ))}
      </AccountTable>
      <MoreRows shownCount={shown.length} totalCount={charts.length} onMore={more} />
    </section>
  );
}
