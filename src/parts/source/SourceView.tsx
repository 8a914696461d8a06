import type { Source } from '../../clinical/source/source.ts';
import type { SourceFact, SourcePart } from '../../clinical/source/sourceFacts.ts';
import { MoreRows, useGrowingList } from '../recordStatus/MoreRows.tsx';
import { sourceTimeText } from './sourceText.ts';
import tagStyles from '../../ui/Tag.module.css';
import styles from './Source.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { sourceDrawerTexts } from './sourceDrawer.messages.ts';

function Values({ fact: { values, kind } }: { readonly fact: SourceFact }) {
  const { shown, more } = useGrowingList(values);
  return (
    <>
      <ValueTexts values={shown} kind={kind} />
      <MoreRows shownCount={shown.length} totalCount={values.length} onMore={more} />
    </>
  );
}

function ValueTexts({ values, kind }: Pick<SourceFact, 'values' | 'kind'>) {
  const timeZone = useTimeZone();
  if (kind !== 'time')
    return values.map((value, i) => (
      <span key={i} className={kind === 'note' ? styles.note : styles.value} dir="auto">
        {value}
      </span>
    ));
  return values.map((sent, i) => {
    const [localTime, otherTimes] = sourceTimeText(sent, timeZone);
    return (
      <span key={i} className={styles.value}>
        {localTime}
        <span className={styles.small}>{otherTimes}</span>
      </span>
    );
  });
}

function Facts({ facts }: { readonly facts: readonly SourceFact[] }) {
  const { shown, more } = useGrowingList(facts);
  return (
    <>
      <dl className={styles.facts}>
        {shown.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>
              <Values fact={fact} />
            </dd>
          </div>
        ))}
      </dl>
      <MoreRows shownCount={shown.length} totalCount={facts.length} onMore={more} />
    </>
  );
}

const Part = ({ part }: { readonly part: SourcePart }) => (
  <section>
    <h3 dir="auto">{part.title}</h3>
    <p className={styles.number} dir="auto">
      {part.value}
    </p>
    <Facts facts={part.facts} />
  </section>
);

/**
 * Shows everything that was sent with one result, in words as sent (rule 12). It is text only, whatever the
 * server sent.
 */
export function SourceView({ source }: { readonly source: Source }) {
  const { result, parts, facts, status } = source;
  const { shown, more } = useGrowingList(parts);
  return (
    <>
      <p className={styles.number}>
        <bdi>{result?.value}</bdi>{' '}
        {status !== 'final' && <span className={`${tagStyles.solid} ${styles.tag}`}>{status}</span>}
      </p>
      {result === undefined && (
        <p className={styles.message}>
          {/^cancell?ed$/.test(status)
            ? sourceDrawerTexts('cancelled')
            : sourceDrawerTexts('preliminaryElsewhere')}
        </p>
      )}
      {result && parts.length === 0 && result.value === '' && (
        <p className={styles.message}>{sourceDrawerTexts('noValue')}</p>
      )}
      {shown.map((part, i) => (
        <Part key={i} part={part} />
      ))}
      <MoreRows shownCount={shown.length} totalCount={parts.length} onMore={more} />
      {parts.length > 0 && <h3>{sourceDrawerTexts('wholeResult')}</h3>}
      <Facts facts={[...(result?.facts ?? []), ...facts]} />
    </>
  );
}
