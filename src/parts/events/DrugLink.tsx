import { drugFragment } from '../navigation/drugAddress.ts';
import styles from '../../charts/lanes/DrugName.module.css';

type DrugLinkProps = {
  /** This is what changed, such as "+ Spironolactone 25 mg/day". */
  readonly text: string;
  /** This is the name of the drug, which the text holds. */
  readonly name: string;
  readonly courseKey: string;
};

/** Says a change of medication. The name of the drug opens Compare with its lane and the tests that go with it. */
export function DrugLink({ text, name, courseKey }: DrugLinkProps) {
  const at = text.indexOf(name);
  const [before, after] = at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + name.length)];
  return (
    <>
      {before}
      <a className={styles.drug} href={drugFragment(courseKey)} data-drug-link="">
        {at < 0 ? text : name}
      </a>
      {after}
    </>
  );
}
