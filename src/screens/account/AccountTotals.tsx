import type { Account } from '../../clinical/series/account.ts';
import { accountAttributes } from '../../parts/recordStatus/accountAttributes.ts';
import { accountTexts } from './account.messages.ts';
import { ACCOUNT_PARTS, accountTotalsText, type AccountPart } from './accountText.ts';
import { ACCOUNT_FRAGMENT } from '../../parts/navigation/urlFragment.ts';
import styles from './Account.module.css';
import { countText } from '../../charts/format/numberText.ts';

type AccountTotalsProps = { readonly account: Account; readonly part: AccountPart | undefined };

/** Shows the five numbers and their sum. Each number links to its list. */
export function AccountTotals({ account, part: openPart }: AccountTotalsProps) {
  return (
    <table className={styles.totals} {...accountAttributes(account)}>
      <caption>{accountTotalsText(account)}</caption>
      <tbody>
        {ACCOUNT_PARTS.map(({ part, name, explanation }) => (
          <tr key={part}>
            <th scope="row">
              <a href={`${ACCOUNT_FRAGMENT}=${part}`} aria-current={part === openPart ? 'page' : undefined}>
                {name}
              </a>
            </th>
            <td className={styles.number}>{countText(account[part])}</td>
            <td className={styles.quiet}>{explanation}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{accountTexts('received')}</th>
          <td className={styles.number}>{countText(account.received)}</td>
          <td className={styles.quiet}>{accountTexts('receivedExplained')}</td>
        </tr>
      </tfoot>
    </table>
  );
}
