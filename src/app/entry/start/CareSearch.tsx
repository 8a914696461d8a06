import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Site } from '../../../smart/site/site.ts';
import { careListOf, searchCareList, type CarePlace } from './careList.ts';
import { drawPlace } from './drawPlace.tsx';
import { startTexts } from './start.messages.ts';
import styles from './StartScreen.module.css';

/** Up to this many places are read at a glance, so there is nothing to search. */
const MOST_WITHOUT_SEARCH = 8;
/** More lines than this are no longer read. Who types on sees fewer. */
const MOST_SHOWN = 20;

type CareSearchProps = { readonly sites: readonly Site[]; readonly onSignIn: (site: Site) => void };

/** Lists the places to sign in to, with a search where they are many. The arrow keys go from the search into the list. */
export function CareSearch({ sites, onSignIn }: CareSearchProps) {
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<CarePlace>();
  const box = useRef<HTMLDivElement>(null);
  const list = useMemo(() => careListOf(sites), [sites]);
  const found = useMemo(() => searchCareList(list, typed), [list, typed]);
  const hasSearch = list.length > MOST_WITHOUT_SEARCH;
  const isAsked = !hasSearch || typed.trim() !== '' || list.length <= MOST_SHOWN;
  const shown = isAsked ? found.slice(0, MOST_SHOWN) : [];
  useEffect(() => {
    // Who comes back from a wrong place finds the list as it was, and no word of a page that is opening.
    const forget = (): void => setOpened(undefined);
    addEventListener('pageshow', forget);
    return () => removeEventListener('pageshow', forget);
  }, []);
  useArrowKeys(box);
  const choose = (place: CarePlace): void => {
    setOpened(place);
    // The sign-in page takes the place of this entry, so that Back leads from there to the list.
    history.pushState(null, '');
    onSignIn(place.site);
  };
  return (
    <div ref={box} className={styles.search}>
      {hasSearch && (
        <label className={styles.field}>
          <span>{startTexts('search')}</span>
          <input
            type="search"
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            maxLength={100}
            aria-describedby="care-help"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <span id="care-help" className={styles.help}>
            {startTexts('searchHelp')}
          </span>
        </label>
      )}
      <output className={styles.status}>
        {opened
          ? startTexts.rich('opening', { server: opened.name, place: drawPlace() })
          : hasSearch && isAsked && countText(found.length)}
      </output>
      <ul className={styles.list} aria-label={startTexts('places')}>
        {shown.map((place) => (
          <li key={place.key}>
            <PlaceButton place={place} onChoose={choose} />
          </li>
        ))}
      </ul>
      {isAsked && found.length === 0 && <p>{startTexts('notFound')}</p>}
    </div>
  );
}

const countText = (count: number): string =>
  count > MOST_SHOWN
    ? startTexts('foundFirst', { shown: String(MOST_SHOWN), all: String(count) })
    : startTexts('found', { count, shown: String(count) });

/** Draws what is heard of a line and not seen. */
const drawSaid = (part: ReactNode, key: number) => (
  <span key={key} className={styles.said}>
    {part}
  </span>
);

type PlaceButtonProps = { readonly place: CarePlace; readonly onChoose: (place: CarePlace) => void };

function PlaceButton({ place, onChoose }: PlaceButtonProps) {
  const { name, where, portal } = place;
  const hasPortal = portal !== '' && portal !== name;
  const values = {
    server: name,
    said: drawSaid,
    place: drawPlace(styles.name),
  };
  const about = (_: ReactNode, key: number) => (
    <span key={key} className={styles.about}>
      {where !== '' && drawPlace()(where, 0)}
      {where !== '' && hasPortal && ' · '}
      {hasPortal && startTexts.rich('portal', { portal, place: drawPlace() })}
    </span>
  );
  return (
    <button
      type="button"
      className={styles.place}
      // `detail` counts clicks. The second of a double click would start again and drop the first request.
      onClick={({ detail }) => {
        if (detail < 2) onChoose(place);
      }}
    >
      {where === '' && !hasPortal
        ? startTexts.rich('placeLine', values)
        : startTexts.rich('placeLineOf', { ...values, about: where, more: about })}
    </button>
  );
}

function useArrowKeys(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    const move = (event: KeyboardEvent): void => moveFocus(event, element);
    element?.addEventListener('keydown', move);
    return () => element?.removeEventListener('keydown', move);
  }, [box]);
}

const STOPS = 'input,button';
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Moves the focus between the search and the lines. In the search, Home and End stay with its text. */
function moveFocus(event: KeyboardEvent, box: HTMLElement | null): void {
  const step = STEPS[event.key];
  const isTyping = event.target instanceof HTMLInputElement;
  const { isComposing, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (step === undefined || [isComposing, ctrlKey, altKey, metaKey, shiftKey].includes(true)) return;
  if (isTyping && event.key !== 'ArrowDown') return;
  const stops = [...(box?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
  const at = stops.findIndex((stop) => stop === event.target);
  if (at === -1) return;
  event.preventDefault();
  stops[step(at, stops.length - 1)]?.focus();
}
