import type { ComponentProps, ReactNode } from 'react';
import { Notices } from '../notices/Notices.tsx';
import { RecordHeader } from './RecordHeader.tsx';
import { useShell } from './shellContext.ts';

type ScreenTopProps = ComponentProps<typeof RecordHeader> & {
  /** Warnings of the screen itself, between those of the session and those of the record. */
  readonly children?: ReactNode;
};

/** Every screen of a record begins with the header, the warnings of the session, and those of the record. */
export const ScreenTop = ({ children, ...header }: ScreenTopProps) => (
  <>
    <RecordHeader {...header} />
    {useShell().sessionNotices}
    {children}
    <Notices />
  </>
);
