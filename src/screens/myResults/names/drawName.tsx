import type { ReactElement, ReactNode } from 'react';
import { UnitWords } from '../sentWords/SentWords.tsx';

/** Draws the name of a test within a text, in its own direction and in its language where that is not the language of the page (WCAG 3.1.2). */
export const drawName =
  (language: string | undefined) =>
  (part: ReactNode, key: number): ReactElement => (
    <bdi key={key} lang={language}>
      {part}
    </bdi>
  );

/** Draws the unit of a test within a text. */
export const drawUnit =
  (unit: string) =>
  (_: ReactNode, key: number): ReactElement => <UnitWords key={key} unit={unit} />;
