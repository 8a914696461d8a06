import { useAudience } from '../../parts/openRecord/audienceContext.ts';
import { Button } from '../../ui/Button.tsx';
import { FullPageMessage } from '../../ui/FullPageMessage.tsx';
import { patientMenuTexts } from './patientMenu.messages.ts';

/** Asks who looks, where the site wants that and nobody said who signed in. Nothing of the record is shown yet. */
export function AskAudience() {
  const { onChoose } = useAudience();
  return (
    <FullPageMessage
      title={patientMenuTexts('whoLooks')}
      actions={[
        <Button key="patient" variant="primary" onClick={() => onChoose('patient')}>
          {patientMenuTexts('iAmPatient')}
        </Button>,
        <Button key="clinician" onClick={() => onChoose('clinician')}>
          {patientMenuTexts('iAmClinician')}
        </Button>,
      ]}
    >
      <p>{patientMenuTexts('whoLooksWhy')}</p>
    </FullPageMessage>
  );
}
