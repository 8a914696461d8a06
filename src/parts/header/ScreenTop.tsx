import { memo, type ComponentProps, type ReactNode } from 'react';
import { Notices } from '../notices/Notices.tsx';
import { DeniedTypes } from './DeniedTypes.tsx';
import { RecordHeader } from './RecordHeader.tsx';
import { SkipLink } from './SkipLink.tsx';
import { useShell } from './shellContext.ts';

type ScreenTopProps = ComponentProps<typeof RecordHeader> & {
  /** These warnings of the screen itself stand between those of the session and those of the record. */
  readonly children?: ReactNode;
  /** The screen keeps room for the warnings of the record and shows them there, so that they move nothing. */
  readonly hasRoomForNotices?: boolean;
};

/** Draws what every screen of a record begins with: the header, and the warnings of the session and of the record. */
export const ScreenTop = memo(({ children, hasRoomForNotices = false, ...header }: ScreenTopProps) => (
  <>
    <SkipLink />
    <RecordHeader {...header} />
    <DeniedTypes />
    {useShell().sessionNotices}
    {children}
    {!hasRoomForNotices && <Notices />}
  </>
));
