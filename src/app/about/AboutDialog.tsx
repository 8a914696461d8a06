import { pageBuild } from '../../smart/site/pageBuild.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { aboutTexts } from './about.messages.ts';
import styles from './AboutDialog.module.css';

/** Says what Longview is for and what it is not, and which build this is, for whoever asks for help. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const [version = '', commit, ...changes] = pageBuild().split(' ');
  return (
    <Dialog
      id="about-heading"
      className={styles.about}
      title={aboutTexts('heading')}
      closeLabel={aboutTexts('close')}
      onClose={onClose}
    >
      <p>{aboutTexts('use')}</p>
      <p>{aboutTexts('limits')}</p>
      <p>{aboutTexts('completeness')}</p>
      <p className={styles.build}>
        {aboutTexts('version', { version })}
        <br />
        {commit === undefined ? aboutTexts('commitUnknown') : aboutTexts('commit', { commit })}
        {changes.length > 0 && (
          <>
            <br />
            {aboutTexts('changed')}
          </>
        )}
      </p>
    </Dialog>
  );
}
