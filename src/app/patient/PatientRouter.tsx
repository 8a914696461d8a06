import { useMemo } from 'react';
import { RecordProvider, useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { ShellProvider } from '../../parts/header/shellContext.ts';
import { NEWEST_WAIT_MS } from '../../record/flowsheet/recordPass.ts';
import { useIsOver } from '../../screens/myResults/list/useIsOver.ts';
import { MyResults } from '../../screens/myResults/MyResults.tsx';
import { glossaryIn } from '../../screens/myResults/plainNames.ts';
import { recordAsSent } from '../../screens/myResults/units/recordAsSent.ts';
import { LazyJumpList } from '../jump/LazyJumpList.tsx';
import { useSessionControls } from '../session/useSessionControls.tsx';
import { PatientMenu } from './PatientMenu.tsx';

/** Fetches the everyday names of tests in a language before they are shown. */
export const preloadGlossary = (language: string): Promise<unknown> => glossaryIn(language);

/** Shows the patient's view, and gives it what belongs to the session: the menu, and the notices that come with time. */
export function PatientRouter() {
  const facts = useRecord();
  const { record, isFirstChartDrawn } = facts;
  // A list that has waited long enough is drawn, although its newest results may still not come for minutes.
  const isOver = useIsOver(NEWEST_WAIT_MS, record !== undefined);
  const { sessionNotices } = useSessionControls(isFirstChartDrawn || isOver || record?.ended === true);
  // Every screen of the view shows one and the same record, so that none says a number in another unit.
  const asSent = useMemo(() => {
    const sent = record && recordAsSent(record);
    return { ...facts, record: sent, reported: sent };
  }, [facts, record]);
  return (
    <RecordProvider value={asSent}>
      <ShellProvider
        value={{
          sessionNotices,
          menu: <PatientMenu />,
          openedText: undefined,
          symbolsMenu: undefined,
          exportMenu: undefined,
          windowControl: undefined,
          SearchList: LazyJumpList,
        }}
      >
        <MyResults />
      </ShellProvider>
    </RecordProvider>
  );
}
