import { useMemo } from 'react';
import type { Series } from '../../clinical/series/series.ts';

/** Everyday names of tests and groups. */
export type PlainNames = {
  readonly nameOf: (series: Series) => string;
  /** One line on what the test is; '' where it is not known. */
  readonly whatOf: (series: Series) => string;
  readonly groupNameOf: (group: string) => string;
};

/** Returns the everyday names in the language of the page. */
export const usePlainNames = (): PlainNames =>
  useMemo(
    () => ({
      nameOf: ({ name }) => name,
      whatOf: () => '',
      groupNameOf: (group) => group,
    }),
    [],
  );
