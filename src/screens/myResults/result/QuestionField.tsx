import { useId } from 'react';
import { oneResultTexts } from './oneResult.messages.ts';
import { useQuestions } from './questions.ts';
import styles from './ResultScreen.module.css';

/** The longest text that the field takes. */
const MAX_LETTERS = 2000;

/** Takes questions about one result. They are on the sheet for the visit, without another press. */
export function QuestionField({ seriesId }: { readonly seriesId: string }) {
  const { questions, onChange } = useQuestions();
  const [fieldId, hintId] = [useId(), useId()];
  return (
    <section className={styles.part}>
      <h3>{oneResultTexts('questions')}</h3>
      {/* A browser must neither keep the text nor send it to a service that checks the spelling. */}
      <form autoComplete="off">
        <label htmlFor={fieldId} className={styles.label}>
          {oneResultTexts('questionsOf')}
        </label>
        <textarea
          id={fieldId}
          className={styles.field}
          rows={4}
          maxLength={MAX_LETTERS}
          dir="auto"
          spellCheck={false}
          aria-describedby={hintId}
          value={questions.get(seriesId) ?? ''}
          onChange={({ target }) => onChange(seriesId, target.value)}
        />
      </form>
      <p id={hintId} className={styles.soft}>
        {oneResultTexts('questionsStay')}
      </p>
    </section>
  );
}
