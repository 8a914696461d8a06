import { LanguageSwitch } from '../../parts/language/LanguageSwitch.tsx';
import { useAudience } from '../../parts/openRecord/audienceContext.ts';
import { Button } from '../../ui/Button.tsx';
import { FullPageMessage } from '../../ui/FullPageMessage.tsx';
import { askAudienceTexts } from './askAudience.messages.ts';

/** Asks who looks, where the site wants that and nobody said who signed in. Nothing of the record is shown yet. */
export function AskAudience() {
  const { onChoose } = useAudience();
  return (
    <FullPageMessage
      title={askAudienceTexts('whoLooks')}
      actions={[
        <Button key="patient" variant="primary" onClick={() => onChoose('patient')}>
          {askAudienceTexts('iAmPatient')}
        </Button>,
        <Button key="clinician" onClick={() => onChoose('clinician')}>
          {askAudienceTexts('iAmClinician')}
        </Button>,
        <LanguageSwitch key="language" />,
      ]}
    >
      <p>{askAudienceTexts('whoLooksWhy')}</p>
    </FullPageMessage>
  );
}
