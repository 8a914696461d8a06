import { useState } from 'react';
import { LANGUAGES, type Language } from '../../words/language.ts';
import { useLanguage } from './languageContext.ts';
import { languageSwitchTexts } from './languageSwitch.messages.ts';
import styles from './LanguageSwitch.module.css';

/** Offers the other languages of the app, each by its own name. It says in that language when its texts could not be loaded. */
export function LanguageSwitch() {
  const { language, onChoose } = useLanguage();
  const [notLoaded, setNotLoaded] = useState<Language>();
  return (
    <span className={styles.switch}>
      {LANGUAGES.filter((one) => one !== language).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          className={styles.button}
          onClick={() => {
            setNotLoaded(undefined);
            onChoose(one, () => setNotLoaded(one));
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
