import type { ComponentProps, ReactNode } from 'react';
import { Notices } from '../notices/Notices.tsx';
import { RecordHeader } from './RecordHeader.tsx';
import { useShell } from './shellContext.ts';

type ScreenTopProps = ComponentProps<typeof RecordHeader> & {
  /** These warnings of the screen itself stand between those of the session and those of the record. */
  readonly children?: ReactNode;
};

/** Draws what every screen of a record begins with: the header, and the warnings of the session and of the record. */
export const ScreenTop = ({ children, ...header }: ScreenTopProps) => (
  <>
    <RecordHeader {...header} />
    {useShell().sessionNotices}
    {children}
    <Notices />
  </>
);
