import { useCallback, useId, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ManualCopyDialog, type ManualCopy } from '../../ui/clipboard/ManualCopyDialog.tsx';
import { copyToClipboard } from '../../ui/clipboard/clipboard.ts';
import {
  BUILT_IN,
  deleteView,
  sharedView,
  linkText,
  MAX_NAME_LENGTH,
  MAX_VIEWS,
  savedViewName,
  savedViews,
  saveView,
  type SavedView,
} from './savedViews.ts';
import { savedViewFragment } from './savedViewUrl.ts';
import popover from '../../ui/Popover.module.css';
import styles from './SavedViewsMenu.module.css';
import { useSession } from '../openRecord/openRecordContexts.ts';

type SavedViewsMenuProps = { readonly buttonVariant?: 'bare' | 'plain' };

const CANNOT_COPY = 'This frame does not let Longview copy. Select and copy the text here.';
const CANNOT_KEEP = 'This browser keeps no views for this page.';
const NO_VIEW = 'This screen cannot be saved: it names a result by words, or is no view of results.';

/** What is saved under a text that was typed or pasted, or why nothing is. */
function viewToSave(text: string, views: readonly SavedView[]): SavedView | string {
  const handed = sharedView(text);
  const name = handed ? handed.name || 'Shared view' : savedViewName(text);
  const fragment = handed ? handed.fragment : savedViewFragment(location.hash);
  if (name === '') return 'Give the view a name.';
  if (name.length > MAX_NAME_LENGTH) return `A name has at most ${MAX_NAME_LENGTH} letters.`;
  if (fragment === undefined) return handed ? 'This link names no view of Longview.' : NO_VIEW;
  if (views.length >= MAX_VIEWS && !views.some((view) => view.name === name))
    return `${MAX_VIEWS} views are saved. Delete one first.`;
  return { name, fragment };
}

type ListProps = {
  readonly label: string;
  readonly views: readonly SavedView[];
  readonly onOpen: (view: SavedView) => void;
  readonly onCopy: (view: SavedView) => void;
  readonly onDelete?: ((view: SavedView) => void) | undefined;
};

const ViewList = ({ label, views, onOpen, onCopy, onDelete }: ListProps) => (
  <ul className={styles.list} aria-label={label}>
    {views.map((view) => (
      <li key={view.name}>
        <bdi>{view.name}</bdi>
        <Button aria-label={`Open ${view.name}`} onClick={() => onOpen(view)}>
          Open
        </Button>
        <Button variant="bare" aria-label={`Copy link: ${view.name}`} onClick={() => onCopy(view)}>
          Copy link
        </Button>
        {onDelete && (
          <Button variant="bare" aria-label={`Delete ${view.name}`} onClick={() => onDelete(view)}>
            Delete
          </Button>
        )}
      </li>
    ))}
  </ul>
);

/** The saved views and what can be done with them, each with its answer in words. */
function useViews() {
  const { session } = useSession();
  const siteId = session.site.id;
  const [views, setViews] = useState(() => savedViews(siteId));
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState<ManualCopy>();
  const onSave = (text: string): boolean => {
    const view = viewToSave(text, savedViews(siteId));
    if (typeof view === 'string') {
      setSaid(view);
      return false;
    }
    const isKept = saveView(siteId, view);
    setSaid(isKept ? `Saved “${view.name}” in this browser.` : CANNOT_KEEP);
    setViews(savedViews(siteId));
    return isKept;
  };
  const onDelete = ({ name }: SavedView) => {
    setSaid(deleteView(siteId, name) ? `Deleted “${name}”.` : CANNOT_KEEP);
    setViews(savedViews(siteId));
  };
  const onCopy = async (view: SavedView) => {
    // In a chart an address alone opens nothing, so the link is its fragment.
    const text = linkText(view, session.kind === 'ehr' ? undefined : location.origin + location.pathname);
    const isCopied = await copyToClipboard({ plain: text });
    setSaid(isCopied ? `Copied the link of “${view.name}”. It holds no patient data.` : '');
    if (!isCopied) setShown({ kind: 'text', title: CANNOT_COPY, text });
  };
  /** Another window may have saved one meanwhile. */
  const onShow = () => {
    setSaid('');
    setViews(savedViews(siteId));
  };
  return { views, said, shown, setShown, onSave, onDelete, onCopy, onShow };
}

type SaveProps = { readonly onSave: (text: string) => boolean };

function Save({ onSave }: SaveProps) {
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (onSave(text)) setText('');
  };
  return (
    <form className={styles.save} onSubmit={submit}>
      <label>
        Name of this view, or a link that you were given
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <Button type="submit">Save this view</Button>
      <p>Keeps the screen, the results and the time window, for any patient. Never write a patient’s name.</p>
    </form>
  );
}

/** Views by name: of everybody and one's own. A view is a fragment, so it opens on whoever is in context. */
export function SavedViewsMenu({ buttonVariant = 'bare' }: SavedViewsMenuProps) {
  const id = useId();
  const around = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const { views, said, shown, setShown, onSave, onDelete, onCopy, onShow } = useViews();
  const onClose = useCallback(() => setShown(undefined), [setShown]);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.matches(':popover-open')) return;
    event.preventDefault(); // the screen below would take it for its own
    menu.current.hidePopover();
  };
  const open = ({ fragment }: SavedView) => {
    // The menu that it may stand in goes too.
    (around.current?.closest<HTMLElement>('[popover]') ?? menu.current)?.hidePopover();
    location.hash = fragment;
  };
  const remove = (view: SavedView) => {
    menu.current?.querySelector('input')?.focus(); // the button that has it goes with its view
    onDelete(view);
  };
  const does = { onOpen: open, onCopy: (view: SavedView) => void onCopy(view) };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of its buttons
    <div ref={around} onKeyDown={closeOnEscape}>
      <Button variant={buttonVariant} popoverTarget={id} onClick={onShow}>
        Views
      </Button>
      <div id={id} ref={menu} className={`${styles.menu} ${popover.menu}`} popover="auto">
        <Save onSave={onSave} />
        <output className={styles.said}>{said}</output>
        {views.length > 0 && <ViewList label="Your views" views={views} {...does} onDelete={remove} />}
        <ViewList label="Views for everybody" views={BUILT_IN} {...does} />
      </div>
      {shown && <ManualCopyDialog copy={shown} onClose={onClose} opener={around} />}
    </div>
  );
}
