import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { ShellProvider } from '../../parts/header/shellContext.ts';
import { MyResults } from '../../screens/myResults/MyResults.tsx';
import { LateJumpList } from '../jump/LateJumpList.tsx';
import { useSessionControls } from '../session/useSessionControls.tsx';
import { PatientMenu } from './PatientMenu.tsx';

/** Shows the patient's view, and gives it what belongs to the session: the menu, and the notices that come with time. */
export function PatientRouter() {
  const { record, isFirstChartDrawn } = useRecord();
  const { sessionNotices } = useSessionControls(isFirstChartDrawn || record?.ended === true);
  return (
    <ShellProvider
      value={{
        sessionNotices,
        menu: <PatientMenu />,
        openedText: undefined,
        symbolsMenu: undefined,
        exportMenu: undefined,
        windowControl: undefined,
        SearchList: LateJumpList,
      }}
    >
      <MyResults />
    </ShellProvider>
  );
}
