import type { ReactElement, ReactNode } from 'react';

/** Draws the name of a test within a text, in its own direction and in its language where that is not the language of the page (WCAG 3.1.2). */
export const drawName =
  (language: string | undefined) =>
  (part: ReactNode, key: number): ReactElement => (
    <bdi key={key} lang={language}>
      {part}
    </bdi>
  );
