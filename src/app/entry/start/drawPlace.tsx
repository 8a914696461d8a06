import type { ReactElement, ReactNode } from 'react';
import { currentSpeech } from '../../../words/language.ts';

/**
 * Draws the name of a place within a text, in its own direction. Nobody sends its language, so on a page that is not in English it is of a
 * language that is not known (decision 54).
 */
export const drawPlace =
  (className?: string) =>
  (name: ReactNode, key: number): ReactElement => (
    <bdi key={key} className={className} lang={currentSpeech().language === 'en' ? undefined : 'und'}>
      {name}
    </bdi>
  );
