import { useCallback, useId, useRef, useState, type SubmitEvent } from 'react';
import { Button } from '../../ui/Button.tsx';
import { closeWhenLeft } from '../../ui/keyboard/closeWhenLeft.ts';
import { ManualCopyDialog, type ManualCopy } from '../../ui/clipboard/ManualCopyDialog.tsx';
import { CANNOT_COPY, copyToClipboard } from '../../ui/clipboard/clipboard.ts';
import {
  BUILT_IN_VIEWS,
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
import { savedViewsTexts } from './savedViews.messages.ts';

type SavedViewsMenuProps = { readonly buttonVariant?: 'bare' | 'plain' };

/** Returns the view to save from a text that was typed or pasted, or says why there is none. */
function viewToSave(text: string, views: readonly SavedView[]): SavedView | string {
  const shared = sharedView(text);
  const name = shared ? shared.name || savedViewsTexts('sharedView') : savedViewName(text);
  const fragment = shared ? shared.fragment : savedViewFragment(location.hash);
  if (name === '') return savedViewsTexts('noName');
  if (name.length > MAX_NAME_LENGTH) return savedViewsTexts('nameTooLong', { max: String(MAX_NAME_LENGTH) });
  if (fragment === undefined) return savedViewsTexts(shared ? 'noViewInLink' : 'notSavable');
  if (views.length >= MAX_VIEWS && !views.some((view) => view.name === name))
    return savedViewsTexts('tooMany', { max: String(MAX_VIEWS) });
  return { name, fragment };
}

type ViewListProps = {
  readonly label: string;
  readonly views: readonly SavedView[];
  readonly onOpen: (view: SavedView) => void;
  readonly onCopy: (view: SavedView) => void;
  readonly onDelete?: ((view: SavedView) => void) | undefined;
};

const ViewList = ({ label, views, onOpen, onCopy, onDelete }: ViewListProps) => (
  <ul className={styles.list} aria-label={label}>
    {views.map((view) => (
      <li key={view.name}>
        <bdi>{view.name}</bdi>
        <Button aria-label={savedViewsTexts('openView', { name: view.name })} onClick={() => onOpen(view)}>
          {savedViewsTexts('open')}
        </Button>
        <Button
          variant="bare"
          aria-label={savedViewsTexts('copyLinkOf', { name: view.name })}
          onClick={() => onCopy(view)}
        >
          {savedViewsTexts('copyLink')}
        </Button>
        {onDelete && (
          <Button
            variant="bare"
            aria-label={savedViewsTexts('deleteView', { name: view.name })}
            onClick={() => onDelete(view)}
          >
            {savedViewsTexts('delete')}
          </Button>
        )}
      </li>
    ))}
  </ul>
);

/** Keeps the saved views and the actions on them. Each action answers in words. */
function useSavedViews() {
  const { session } = useSession();
  const siteId = session.site.id;
  const [views, setViews] = useState(() => savedViews(siteId));
  const [status, setStatus] = useState('');
  const [manualCopy, setManualCopy] = useState<ManualCopy>();
  const onSave = (text: string): boolean => {
    const view = viewToSave(text, savedViews(siteId));
    if (typeof view === 'string') {
      setStatus(view);
      return false;
    }
    const isSaved = saveView(siteId, view);
    setStatus(isSaved ? savedViewsTexts('saved', { name: view.name }) : savedViewsTexts('notKept'));
    setViews(savedViews(siteId));
    return isSaved;
  };
  const onDelete = ({ name }: SavedView) => {
    setStatus(deleteView(siteId, name) ? savedViewsTexts('deleted', { name }) : savedViewsTexts('notKept'));
    setViews(savedViews(siteId));
  };
  const onCopy = async (view: SavedView) => {
    // In a chart an address alone opens nothing, so the link is its fragment.
    const text = linkText(view, session.kind === 'ehr' ? undefined : location.origin + location.pathname);
    const isCopied = await copyToClipboard({ plain: text });
    setStatus(isCopied ? savedViewsTexts('copied', { name: view.name }) : '');
    if (!isCopied) setManualCopy({ kind: 'text', instruction: CANNOT_COPY, text });
  };
  /** Another browser window may have saved a view in the meantime. */
  const onShow = () => {
    setStatus('');
    setViews(savedViews(siteId));
  };
  return { views, status, manualCopy, setManualCopy, onSave, onDelete, onCopy, onShow };
}

type SaveViewFormProps = { readonly onSave: (text: string) => boolean };

function SaveViewForm({ onSave }: SaveViewFormProps) {
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (onSave(text)) setText('');
  };
  return (
    <form className={styles.save} onSubmit={submit}>
      <label>
        {savedViewsTexts('nameOrLink')}
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <Button type="submit">{savedViewsTexts('save')}</Button>
      <p>{savedViewsTexts('whatIsSaved')}</p>
    </form>
  );
}

/**
 * Lists the views by name: the built-in ones and the reader's own. A view is a fragment, so it opens on
 * whoever is in context.
 */
export function SavedViewsMenu({ buttonVariant = 'bare' }: SavedViewsMenuProps) {
  const id = useId();
  const container = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const { views, status, manualCopy, setManualCopy, onSave, onDelete, onCopy, onShow } = useSavedViews();
  const onClose = useCallback(() => setManualCopy(undefined), [setManualCopy]);
  const open = ({ fragment }: SavedView) => {
    // A menu around this one closes too.
    (container.current?.closest<HTMLElement>('[popover]') ?? menu.current)?.hidePopover();
    location.hash = fragment;
  };
  const remove = (view: SavedView) => {
    menu.current?.querySelector('input')?.focus(); // the button that has the focus is removed with its view
    onDelete(view);
  };
  const actions = { onOpen: open, onCopy: (view: SavedView) => void onCopy(view) };
  return (
    <div ref={container}>
      <Button variant={buttonVariant} popoverTarget={id} onClick={onShow}>
        {savedViewsTexts('views')}
      </Button>
      <div
        id={id}
        ref={menu}
        className={`${styles.menu} ${popover.menu}`}
        popover="auto"
        onBlur={closeWhenLeft}
      >
        <SaveViewForm onSave={onSave} />
        <output className={styles.status}>{status}</output>
        {views.length > 0 && (
          <ViewList label={savedViewsTexts('yourViews')} views={views} {...actions} onDelete={remove} />
        )}
        <ViewList label={savedViewsTexts('viewsForEverybody')} views={BUILT_IN_VIEWS} {...actions} />
      </div>
      {manualCopy && <ManualCopyDialog content={manualCopy} onClose={onClose} container={container} />}
    </div>
  );
}
