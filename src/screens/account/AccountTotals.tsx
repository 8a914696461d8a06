import type { Account } from '../../clinical/series/account.ts';
import { accountAttributes } from '../../parts/recordStatus/accountAttributes.ts';
import { PARTS, accountTotalsText, type AccountPart } from './accountText.ts';
import { ACCOUNT } from '../../parts/navigation/urlFragment.ts';
import styles from './Account.module.css';
import { countText } from '../../charts/format/format.ts';

type AccountSumProps = { readonly account: Account; readonly part: AccountPart | undefined };

/** The five numbers and their sum; each leads to its list. */
export function AccountTotals({ account, part: open }: AccountSumProps) {
  return (
    <table className={styles.sum} {...accountAttributes(account)}>
      <caption>{accountTotalsText(account)}</caption>
      <tbody>
        {PARTS.map(({ part, name, means }) => (
          <tr key={part}>
            <th scope="row">
              <a href={`${ACCOUNT}=${part}`} aria-current={part === open ? 'page' : undefined}>
                {name}
              </a>
            </th>
            <td className={styles.number}>{countText(account[part])}</td>
            <td className={styles.quiet}>{means}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Received</th>
          <td className={styles.number}>{countText(account.received)}</td>
          <td className={styles.quiet}>each version of each result once</td>
        </tr>
      </tfoot>
    </table>
  );
}
