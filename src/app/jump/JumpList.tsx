import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { countText } from '../../charts/format/numberText.ts';
import type { SearchListProps } from '../../parts/header/searchList.ts';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useUnits } from '../../parts/results/useChosenUnits.ts';
import { Button } from '../../ui/Button.tsx';
import { jumpTexts } from './jump.messages.ts';
import { JumpLine } from './JumpLine.tsx';
import { jumpMatches, offeredGroups, type JumpGroup } from './jumpSearch.ts';
import type { JumpTarget } from './jumpTarget.ts';
import { openJumpTarget, staysOnScreen } from './openJumpTarget.ts';
import { cleanQuery } from '../../parts/results/search/searchText.ts';
import { matchesText, unreadTexts } from './searchStatus.ts';
import { useJumpTargets } from './useJumpTargets.ts';
import styles from './JumpList.module.css';

const GROUP_TEXTS = {
  test: 'tests',
  panel: 'panels',
  drug: 'drugs',
  event: 'events',
  screen: 'screens',
  action: 'actions',
} as const;

const groupName = ({ kind }: JumpGroup): string => jumpTexts(GROUP_TEXTS[kind]);

/**
 * Keeps the line that the arrow keys have reached, wherever it stands when more is read. With a text it is the best one, so that Enter
 * opens it.
 */
function useActiveLine(query: string, lines: readonly JumpTarget[]) {
  const [active, setActive] = useState({ query, key: '' });
  const reached = active.query === query ? lines.findIndex(({ key }) => key === active.key) : -1;
  const index = reached < 0 && query !== '' ? 0 : reached;
  return {
    index: Math.min(index, lines.length - 1),
    move: (step: 1 | -1): void => {
      const from = index < 0 && step < 0 ? 0 : index;
      setActive({ query, key: lines[(from + step + lines.length) % lines.length]?.key ?? '' });
    },
  };
}

/** Finds the lines of a query. */
function useFoundGroups(typed: string) {
  const query = cleanQuery(typed);
  const { targets, events } = useJumpTargets();
  const { record, reported } = useRecord();
  const matches =
    query === ''
      ? { groups: offeredGroups(targets), isNear: false }
      : jumpMatches(targets, query, reported?.series ?? []);
  const count = matches.groups.reduce((sum, group) => sum + group.count, 0);
  return {
    query,
    groups: matches.groups,
    lines: matches.groups.flatMap(({ shown }) => shown),
    statusText: matchesText(query, count, matches.isNear),
    unread: unreadTexts(record, events),
  };
}

type GroupProps = {
  readonly group: JumpGroup;
  readonly activeKey: string | undefined;
  readonly optionId: (target: JumpTarget) => string;
  readonly onChoose: (target: JumpTarget) => void;
};

function Group({ group, activeKey, optionId, onChoose }: GroupProps) {
  const { shown, count } = group;
  const isCut = shown.length < count;
  const name = groupName(group);
  const countedName = jumpTexts('shownOf', {
    group: name,
    shown: countText(shown.length),
    all: countText(count),
  });
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is no group of options
    <div role="group" aria-label={isCut ? countedName : name} className={styles.group}>
      {shown.map((target) => (
        <JumpLine
          key={target.key}
          id={optionId(target)}
          target={target}
          isActive={target.key === activeKey}
          onChoose={() => onChoose(target)}
        />
      ))}
      {isCut && (
        <p className={styles.cut} aria-hidden="true">
          {countedName}
        </p>
      )}
    </div>
  );
}

/** Lists what a query finds, the best first, and says what could not be searched. */
export function JumpList(props: SearchListProps) {
  const { listId, onKeys, isEnterPending, onEnterDone, onActive, onChosen, onCancel } = props;
  const { query, groups, lines, statusText, unread } = useFoundGroups(props.query);
  const { index, move } = useActiveLine(query, lines);
  const units = useUnits();
  const active = lines[index];
  const optionId = (target: JumpTarget): string => `${listId}-${lines.indexOf(target)}`;
  const activeId = active && optionId(active);
  const choose = (target: JumpTarget): void => {
    const isBack = onChosen(staysOnScreen(target));
    if (staysOnScreen(target)) void isBack.then(() => openJumpTarget(target, units));
    else openJumpTarget(target, units);
  };
  useEffect(() => onActive(activeId), [activeId, onActive]);
  useLayoutEffect(() => {
    onKeys((key) => {
      if (key === 'Enter' && active) choose(active);
      if (key !== 'Enter' && lines.length > 0) move(key === 'ArrowDown' ? 1 : -1);
      return true;
    });
    return () => onKeys(undefined);
  });
  const enter = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    enter.current = () => active && choose(active);
  });
  useEffect(() => {
    if (!isEnterPending) return;
    onEnterDone();
    enter.current?.();
  }, [isEnterPending, onEnterDone]);
  return (
    <div className={styles.list}>
      <div className={styles.head}>
        <output dir="auto">{statusText}</output>
        <Button variant="bare" tabIndex={-1} onClick={onCancel}>
          {jumpTexts('close')}
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist has no groups and forgives no typing error */}
      <div id={listId} role="listbox" aria-label={jumpTexts('list')} className={styles.lines}>
        {groups.map((group) => (
          <Group key={group.kind} activeKey={active?.key} {...{ group, optionId }} onChoose={choose} />
        ))}
      </div>
      {unread.length > 0 && (
        <ul className={styles.unread} data-search-unread="">
          {unread.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
