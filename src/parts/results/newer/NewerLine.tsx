import type { ReactNode } from 'react';
import type { NewerResult } from '../../../clinical/series/newest/newerUncharted.ts';
import type { Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import { unitText } from '../../../charts/format/valueText.ts';
import { ResultFlag } from '../ReadingFlags.tsx';
import {
  moreNewerText,
  newerText,
  newerWords,
  sentFlagText,
  type NewerContext,
  type NewerWords,
} from './newerText.ts';
import { newerTexts } from './newer.messages.ts';
import styles from './NewerLine.module.css';

// A tile loads the line together with what is said of it.
export { spokenNewer } from './newerText.ts';

type NewerLineProps = NewerContext & {
  readonly newer: readonly NewerResult[];
  readonly className?: string | undefined;
  /** This stands at the end in place of "and 2 more". */
  readonly more?: ReactNode;
  /**
   * The line has one row, and gives up its first words rather than the number. With `reading`, pages still arrive, so nothing is the
   * latest (rule 39).
   */
  readonly oneRow?: 'reading' | 'read';
};

/** Words have no shape. A letter has one, which is hollow and dashed while the result is preliminary (rules 34 and 52). */
const isFlagInWords = ({ flag, flagText }: RowKind): boolean =>
  flag === 'other' || sentFlagText({ flag, flagText }) !== flag;

function Flag({ kind }: Pick<Row, 'kind'>) {
  const { flag, outsideRange, status } = kind;
  if (isFlagInWords(kind)) return <bdi>{flag && `, ${sentFlagText(kind)}`}</bdi>;
  // A preliminary result without a flag has no mark of its own (rule 34).
  const isShown = flag === '' ? outsideRange !== '' && status !== 'preliminary' : flag !== 'N';
  return (
    isShown && (
      <>
        {' '}
        <span className={styles.mark}>
          <ResultFlag kind={kind} />
        </span>
      </>
    )
  );
}

/** The words of a laboratory end the remark, and may break where the number may not. */
const Remark = ({ remark, attached }: Pick<NewerWords, 'remark' | 'attached'>) => (
  <>
    {remark.slice(0, remark.length - attached.length)}
    {attached && <span className={styles.attached}>{attached}</span>}
  </>
);

/** Returns whether the line keeps value, unit and flag together, because none of them is words. */
const isNumberWithFlag = (kind: RowKind, value: string, unit: string): boolean =>
  !isFlagInWords(kind) && (unit !== '' || /^[<>=]*[\d.,/–]+$/.test(value));

/** Says that a newer result is not on the curve, with its value, flag and date; nothing when there is none (rule 13). */
export function NewerLine(props: NewerLineProps) {
  const { newer, oneRow, className = '', more, ...context } = props;
  const [first] = newer;
  if (first === undefined) return null;
  const { heading, value, unit, remark, attached, kind, when } = newerWords(first, context);
  const isNumber = isNumberWithFlag(kind, value, unit);
  const { shownRow } = context;
  // The number that the line stands under says the same unit, and a narrow tile needs the room for the date.
  const isUnitBeside = shownRow !== undefined && unitText(shownRow, first.lead.series) === unit;
  const flag = (
    <>
      <Flag kind={kind} />,{' '}
    </>
  );
  return (
    <span
      className={`${oneRow ? styles.compact : styles.newer} ${className}`}
      data-newer={first.manner}
      data-tooltip={newerText(newer, context)}
    >
      <span className={styles.heading}>
        <span>{heading}: </span>
      </span>
      <span className={styles.said}>
        <span className={isNumber ? styles.number : styles.words}>
          <b dir="auto">{value}</b>
          {unit && (
            <span className={isUnitBeside ? styles.unitBeside : undefined}>
              {' '}
              <bdi>{unit}</bdi>
            </span>
          )}
          <Remark remark={remark} attached={attached} />
          {isNumber && flag}
        </span>
        {!isNumber && <span className={styles.flag}>{flag}</span>}
        {/* Neither of both breaks inside, so that a narrow place needs a break between them. */}
        <wbr />
        <span className={styles.day}>{when}</span>
        <span className={styles.more}>
          {more ?? moreNewerText(newer)}
          {oneRow === 'reading' && newerTexts('newestSoFar')}
        </span>
      </span>
    </span>
  );
}
