import { useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { closeWhenLeft } from '../../ui/keyboard/closeWhenLeft.ts';
import { useKeyTooltip, useShortcut } from '../../ui/keyboard/singleKeyShortcuts.ts';
import popover from '../../ui/Popover.module.css';
import { symbolsOn, type ListedSymbol, type SymbolsInView } from './symbolList.tsx';
import { symbolsTexts } from './symbols.messages.ts';
import styles from './SymbolsMenu.module.css';

type SymbolGroupProps = { readonly heading: string; readonly symbols: readonly ListedSymbol[] };

const SymbolGroup = ({ heading, symbols }: SymbolGroupProps) => (
  <section aria-label={heading}>
    <h2 className={styles.heading}>{heading}</h2>
    <ul className={styles.symbols}>
      {symbols.map(({ id, text, sample }) => (
        <li key={id} data-meaning={id}>
          <span className={styles.sample} aria-hidden="true">
            {sample}
          </span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  </section>
);

/** Says what the symbols mean, first those that stand on the screen at the moment when it opens. */
export function SymbolsMenu() {
  const id = useId();
  const shortcut = useShortcut('l');
  const [listed, setListed] = useState<SymbolsInView>();
  return (
    <div>
      <Button
        variant="bare"
        data-symbols=""
        aria-label={symbolsTexts('symbols')}
        aria-keyshortcuts={shortcut}
        data-tooltip={useKeyTooltip(symbolsTexts('hint'), 'l') ?? symbolsTexts('hint')}
        popoverTarget={id}
        onClick={() => setListed(symbolsOn(document.querySelector('main')))}
      >
        <svg className={styles.glyph} width="20" height="14" aria-hidden="true">
          <circle cx="4" cy="8" r="2.8" />
          <path d="M9 11L13.5 3L18 11Z" />
        </svg>
        <span className={styles.word}>{symbolsTexts('symbols')}</span>
      </Button>
      <div
        id={id}
        className={`${styles.menu} ${popover.menu}`}
        popover="auto"
        onBlur={closeWhenLeft}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it
        tabIndex={0}
      >
        {listed && (
          <>
            {listed.inView.length > 0 ? (
              <SymbolGroup heading={symbolsTexts('onThisScreen')} symbols={listed.inView} />
            ) : (
              <p>{symbolsTexts('none')}</p>
            )}
            {listed.others.length > 0 && (
              <SymbolGroup heading={symbolsTexts('others')} symbols={listed.others} />
            )}
          </>
        )}
      </div>
    </div>
  );
}
