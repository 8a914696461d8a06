import { useEffect, useRef, useState } from 'react';
import { LANGUAGES, type Language } from '../../words/language.ts';
import { useLanguage } from './languageContext.ts';
import { languageSwitchTexts } from './languageSwitch.messages.ts';
import styles from './LanguageSwitch.module.css';

/** The whole page is drawn anew in another language, and the switch that was pressed with it. */
let isPressed = false;

/** Offers the other languages of the app, each by its own name. It says in that language when its texts could not be loaded. */
export function LanguageSwitch() {
  const { language, onChoose } = useLanguage();
  const [notLoaded, setNotLoaded] = useState<Language>();
  const root = useRef<HTMLSpanElement>(null);
  // Without this the focus is lost, and a keyboard has to walk the page again from its start (WCAG 2.4.3).
  useEffect(() => {
    if (isPressed) root.current?.querySelector('button')?.focus({ preventScroll: true });
    isPressed = false;
  }, []);
  return (
    <span ref={root} className={styles.switch}>
      {LANGUAGES.filter((one) => one !== language).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          className={styles.button}
          onClick={() => {
            setNotLoaded(undefined);
            isPressed = true;
            onChoose(one, () => {
              isPressed = false;
              setNotLoaded(one);
            });
          }}
        >
          {languageSwitchTexts(one)}
        </button>
      ))}
      <span aria-live="polite" lang={notLoaded} className={styles.told}>
        {notLoaded && languageSwitchTexts(`${notLoaded}NotLoaded`)}
      </span>
    </span>
  );
}
