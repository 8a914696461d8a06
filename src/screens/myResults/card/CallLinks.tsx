import { myResultsTexts } from '../myResults.messages.ts';
import { phoneNumbersIn } from './phoneNumbers.ts';
import styles from './CallLinks.module.css';

/** Calls each telephone number that the site names for urgent results with one press. A text without one has no link. */
export const CallLinks = ({ call = '' }: { readonly call: string | undefined }) =>
  phoneNumbersIn(call).map(({ number, address }) => (
    <a key={number} className={styles.call} href={address} dir="ltr">
      {myResultsTexts('call', { phone: number })}
    </a>
  ));
