import type { ReactNode } from 'react';
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
  return values.map((value, i) => (
    <span key={i} className={kind === 'note' ? styles.note : styles.value} dir="auto">
      {kind === 'time' ? sourceTimeText(value, timeZone)[0] : value}
    </span>
  ));
}

/** Returns what a time is in UTC and how it was sent, for the technical part (rules 41, 42 and 44). */
const sentTimesOf = (facts: readonly SourceFact[], timeZone: string): readonly SourceFact[] =>
  facts
    .filter(({ kind }) => kind === 'time')
    .map(({ name, values }) => ({
      name: sourceDrawerTexts('utcOf', { name }),
      values: values.map((value) => sourceTimeText(value, timeZone)[1]),
      kind: 'text',
      isTechnical: true,
    }));

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

const forClinician = (facts: readonly SourceFact[]) => facts.filter(({ isTechnical }) => !isTechnical);
const forEngineer = (facts: readonly SourceFact[]) => facts.filter(({ isTechnical }) => isTechnical);

const Part = ({ part }: { readonly part: SourcePart }) => (
  <section>
    <h3 dir="auto">{part.title}</h3>
    <p className={styles.number} dir="auto">
      {part.value}
    </p>
    <Facts facts={forClinician(part.facts)} />
  </section>
);

type TechnicalProps = { readonly source: Source; readonly children?: ReactNode };

/** Holds codes, addresses, ids and times as they were sent. It is folded: a reader of the result needs none of it. */
function Technical({ source: { result, parts, facts }, children }: TechnicalProps) {
  const timeZone = useTimeZone();
  const own = [...(result?.facts ?? []), ...facts];
  return (
    <details className={styles.technical}>
      <summary>{sourceDrawerTexts('technical')}</summary>
      {parts.map((part, i) => (
        <section key={i}>
          <h3 dir="auto">{part.title}</h3>
          <Facts facts={forEngineer(part.facts)} />
        </section>
      ))}
      {parts.length > 0 && <h3>{sourceDrawerTexts('wholeResult')}</h3>}
      <Facts facts={[...forEngineer(own), ...sentTimesOf(own, timeZone)]} />
      {children}
    </details>
  );
}

type SourceViewProps = {
  readonly source: Source;
  /** This stands at the end of the technical part. */
  readonly children?: ReactNode;
};

/**
 * Shows one result as it was sent (rule 12): first what a clinician asks, then, folded, what an engineer does. It is text only,
 * whatever the server sent.
 */
export function SourceView({ source, children }: SourceViewProps) {
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
      <Facts facts={forClinician([...(result?.facts ?? []), ...facts])} />
      <Technical source={source}>{children}</Technical>
    </>
  );
}
