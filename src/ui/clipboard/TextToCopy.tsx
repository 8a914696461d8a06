import type { ComponentProps } from 'react';

type TextToCopyProps = Omit<ComponentProps<'textarea'>, 'readOnly' | 'value'> & { readonly value: string };

/**
 * Shows a text to select and copy by hand. The form around it keeps the text off the disk: a browser writes what stands in a
 * field into the file from which it restores its windows, and a note with the patient's name and results would stay there
 * after the session. A field of several lines has no such switch of its own.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#attr-fe-autocomplete
 */
export const TextToCopy = (props: TextToCopyProps) => (
  <form autoComplete="off">
    <textarea {...props} readOnly />
  </form>
);
