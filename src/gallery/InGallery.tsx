import type { ReactNode } from 'react';
import { InOpenRecord, type OpenRecordOptions } from '../testing/InOpenRecord.tsx';
import { NOW_MS, ZONE } from './fixedClock.ts';
import { patientOf } from './sampleContext.ts';

/** Provides an open record at the fixed time and in the time zone of the gallery. */
export const InGallery = ({ children, ...options }: OpenRecordOptions & { readonly children: ReactNode }) => (
  <InOpenRecord timeZone={ZONE} nowMs={NOW_MS} patient={patientOf()} {...options}>
    {children}
  </InOpenRecord>
);
