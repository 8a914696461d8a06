import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';

type HiddenNameProps = {
  readonly name: string;
  /** The language of a name that is not in that of the page. */
  readonly language: string | undefined;
};

/** Ends a link or a button with the name of its test, for those who hear it alone. It is read in the language of the name (WCAG 3.1.2). */
export const HiddenName = ({ name, language }: HiddenNameProps) => (
  <VisuallyHidden>
    {': '}
    <span lang={language}>{name}</span>
  </VisuallyHidden>
);
