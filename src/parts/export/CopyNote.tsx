import { useId, useState } from 'react';
import { MenuButton } from './menuItems.tsx';
import type { NoteFacts } from './noteFacts.ts';
import { MAX_NOTE_TESTS, type NoteScope } from './noteSelection.ts';
import { noteText } from './noteText.ts';
import type { CopiedFormat } from './useNoteCopy.ts';
import styles from './CopyNote.module.css';
import { exportTexts } from './export.messages.ts';

type CopyNoteProps = {
  /** These are the clinical groups of the record. */
  readonly groups: readonly string[];
  /** A patient is not told what changed. */
  readonly hasChanges: boolean;
  /** Returns the note of a scope, with every test or with the first ones. */
  readonly factsOf: (scope: NoteScope, isWhole: boolean) => NoteFacts;
  readonly onCopy: (format: CopiedFormat, facts: NoteFacts) => void;
};

const nameOf = (scope: NoteScope): string =>
  scope.kind === 'group' ? scope.group : exportTexts(scope.kind === 'all' ? 'all' : 'whatChanged');

const ALL: NoteScope = { kind: 'all' };

/** Offers what a note may be about, each with one press, and shows the text that is copied. */
export function CopyNote({ groups, hasChanges, factsOf, onCopy }: CopyNoteProps) {
  const previewId = useId();
  const scopes: readonly NoteScope[] = [
    ...(hasChanges ? [{ kind: 'changed' } as const] : []),
    ...groups.map((group) => ({ kind: 'group', group }) as const),
    ALL,
  ];
  const [chosenName, setChosenName] = useState('');
  const [pointedName, setPointedName] = useState('');
  const [isWhole, setIsWhole] = useState(false);
  const scopeNamed = (name: string) => scopes.find((scope) => nameOf(scope) === name);
  const chosen = scopeNamed(chosenName) ?? scopes[0] ?? ALL;
  const shown = scopeNamed(pointedName) ?? chosen;
  const previewName = exportTexts('preview', { scope: nameOf(shown) });
  const choose = (scope: NoteScope) => {
    setChosenName(nameOf(scope));
    onCopy('text', factsOf(scope, isWhole));
  };
  return (
    <div className={styles.note}>
      <fieldset>
        <legend className={styles.heading}>{exportTexts('copyAsText')}</legend>
        <ScopeButtons {...{ scopes, previewId }} onPoint={setPointedName} onChoose={choose} />
      </fieldset>
      <label className={styles.whole}>
        <input type="checkbox" checked={isWhole} onChange={({ target }) => setIsWhole(target.checked)} />
        {exportTexts('everyTest', { count: String(MAX_NOTE_TESTS) })}
      </label>
      <div>
        <p className={styles.heading} aria-hidden="true">
          {previewName}
        </p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long note is scrolled by keys */}
        <section id={previewId} className={styles.preview} tabIndex={0} aria-label={previewName} dir="auto">
          {noteText(factsOf(shown, isWhole), 'text')}
        </section>
      </div>
      <fieldset aria-label={exportTexts('otherForms')} className={styles.forms}>
        <MenuButton letter="m" onPress={() => onCopy('markdown', factsOf(chosen, isWhole))}>
          {exportTexts('copyAsMarkdown')}
        </MenuButton>
        <MenuButton letter="t" onPress={() => onCopy('tabs', factsOf(chosen, isWhole))}>
          {exportTexts('copyAsTable')}
        </MenuButton>
      </fieldset>
    </div>
  );
}

type ScopeButtonsProps = {
  readonly scopes: readonly NoteScope[];
  readonly previewId: string;
  /** Tells which scope has the pointer or the focus; '' when none has. */
  readonly onPoint: (name: string) => void;
  readonly onChoose: (scope: NoteScope) => void;
};

/** Everything has the digit 0, wherever it stands; the first nine others have theirs. */
const digitOf = ({ kind }: NoteScope, place: number): string | undefined => {
  if (kind === 'all') return '0';
  return place < 9 ? String(place + 1) : undefined;
};

/** The digits press the buttons while the menu is open. */
const ScopeButtons = ({ scopes, previewId, onPoint, onChoose }: ScopeButtonsProps) => (
  <ul className={styles.scopes}>
    {scopes.map((scope, i) => {
      const name = nameOf(scope);
      return (
        <li key={name}>
          <MenuButton
            letter={digitOf(scope, i)}
            controls={previewId}
            onPoint={(isPointed) => onPoint(isPointed ? name : '')}
            onPress={() => onChoose(scope)}
          >
            {name}
          </MenuButton>
        </li>
      );
    })}
  </ul>
);
