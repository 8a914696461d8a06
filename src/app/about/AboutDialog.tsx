import { pageBuild } from '../../smart/site/pageBuild.ts';
import { DialogHead } from '../../ui/DialogHead.tsx';
import { useDialog } from '../../ui/useDialog.ts';
import { aboutTexts } from './about.messages.ts';
import styles from './AboutDialog.module.css';

/** Says what Longview is for and what it is not, and which build this is, for whoever asks for help. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { dialog, heading, ...closing } = useDialog(onClose);
  const [version = '', commit, ...changes] = pageBuild().split(' ');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press beside it closes it, as Escape does
    <dialog ref={dialog} className={styles.about} aria-labelledby="about-heading" {...closing}>
      <div className={styles.sheet}>
        <DialogHead
          id="about-heading"
          heading={heading}
          title={aboutTexts('heading')}
          closeLabel={aboutTexts('close')}
          onClose={onClose}
        />
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
      </div>
    </dialog>
  );
}
