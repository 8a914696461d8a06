import { LanguageSwitch } from '../../parts/language/LanguageSwitch.tsx';
import { useAudience } from '../../parts/openRecord/audienceContext.ts';
import { useSession } from '../../parts/openRecord/openRecordContexts.ts';
import type { Audience } from '../../smart/authorization/audience.ts';
import { Button } from '../../ui/Button.tsx';
import { FullPageMessage } from '../../ui/FullPageMessage.tsx';
import { openAnsweredView } from '../launchedView/openAnsweredView.ts';
import { askAudienceTexts } from './askAudience.messages.ts';

/**
 * Asks who looks, where the site wants that and nobody said who signed in. Nothing of the record is shown yet. A view that
 * the launch named opens with the answer.
 */
export function AskAudience() {
  const { session } = useSession();
  const { onChoose } = useAudience();
  const answer = (audience: Audience): void => {
    onChoose(audience);
    openAnsweredView(session);
  };
  return (
    <FullPageMessage
      title={askAudienceTexts('whoLooks')}
      actions={[
        <Button key="patient" variant="primary" onClick={() => answer('patient')}>
          {askAudienceTexts('iAmPatient')}
        </Button>,
        <Button key="clinician" onClick={() => answer('clinician')}>
          {askAudienceTexts('iAmClinician')}
        </Button>,
        <LanguageSwitch key="language" />,
      ]}
    >
      <p>{askAudienceTexts('whoLooksWhy')}</p>
    </FullPageMessage>
  );
}
