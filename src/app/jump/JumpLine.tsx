/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the options of a datalist hold no flags and dates */
import { useEffect, useRef, type ReactNode } from 'react';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { stepDose } from '../../charts/format/formattedDose.ts';
import { countText } from '../../charts/format/numberText.ts';
import { hasOccurred, notGivenText } from '../../clinical/events/eventOccurrence.ts';
import { entryTimeText } from '../../parts/events/timelineEntries.ts';
import { useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import keyStyles from '../../ui/Kbd.module.css';
import { jumpTexts } from './jump.messages.ts';
import type { ActionTarget, DrugTarget, EventTarget, JumpTarget, PanelTarget } from './jumpTarget.ts';
import { isLaneHidden } from './openJumpTarget.ts';
import { TestFacts } from './TestFacts.tsx';
import styles from './JumpList.module.css';

function kindText(target: JumpTarget): string {
  if (target.kind === 'event') return target.event.typeName;
  if (target.kind === 'panel') return jumpTexts('heading' in target.opens ? 'group' : 'panel');
  return jumpTexts(target.kind);
}

function PanelFacts({ target: { opens, testCount } }: { readonly target: PanelTarget }) {
  const counted = { count: testCount, shown: countText(testCount) };
  if ('heading' in opens) return jumpTexts('onOverview', counted);
  return jumpTexts(opens.screen === 'compare' ? 'onCompare' : 'inResults', counted);
}

/** Says the dose, since when, and whether it is known to have been given. */
function DrugFacts({ target: { step } }: { readonly target: DrugTarget }) {
  const timeZone = useTimeZone();
  return (
    <>
      <b>
        <bdi>{stepDose(step) || jumpTexts('noDose')}</bdi>
      </b>{' '}
      {hasOccurred(step) ? '' : <span>{notGivenText(step)}</span>}{' '}
      <span className={styles.date}>{entryTimeText(step, timeZone)}</span>
    </>
  );
}

function EventFacts({ target: { event } }: { readonly target: EventTarget }) {
  return (
    <>
      {!event.hasHappened && <span>{event.status}</span>}{' '}
      {isLaneHidden(event.lane) && <span>{jumpTexts('hiddenOnTimeline')}</span>}{' '}
      <span className={styles.date}>{event.timeText}</span>
    </>
  );
}

function ActionFacts({ target }: { readonly target: ActionTarget }) {
  const shortcut = useShortcut(target.shortcut);
  return (
    shortcut && (
      <kbd className={keyStyles.kbd} aria-hidden="true">
        {shortcut}
      </kbd>
    )
  );
}

function factsOf(target: JumpTarget): ReactNode {
  switch (target.kind) {
    case 'test':
      return <TestFacts target={target} />;
    case 'panel':
      return <PanelFacts target={target} />;
    case 'drug':
      return <DrugFacts target={target} />;
    case 'event':
      return <EventFacts target={target} />;
    case 'action':
      return <ActionFacts target={target} />;
    case 'screen':
      return null;
    default:
      return target satisfies never;
  }
}

type JumpLineProps = {
  readonly id: string;
  readonly target: JumpTarget;
  readonly isActive: boolean;
  readonly onChoose: () => void;
};

/** Draws one line: what it is called, its newest facts, and of which kind it is. */
export function JumpLine({ id, target, isActive, onChoose }: JumpLineProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const qualifier = target.kind === 'test' ? target.qualifier : undefined;
  return (
    // The blanks between the parts keep them apart for a voice.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above hears the keys
    <div
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.line}
      onClick={onChoose}
    >
      <span className={styles.name} dir="auto">
        {target.name}
        {qualifier !== undefined && <span className={styles.qualifier}> {qualifier}</span>}
      </span>{' '}
      <span className={styles.facts}>{factsOf(target)}</span>{' '}
      <span className={styles.kind}>{kindText(target)}</span>
    </div>
  );
}
