import { use } from 'react';
import type { Series } from '../../../clinical/series/series.ts';
import { readableUnit } from '../../../clinical/units/readableUnit.ts';
import { glossaryUnit } from '../../../parts/glossary/glossary.ts';
import { useLanguage } from '../../../parts/language/languageContext.ts';
import { patientUnit } from '../units/patientUnits.ts';
import { glossaryIn } from '../plainNames.ts';
import { oneResultTexts } from './oneResult.messages.ts';
import styles from './ResultScreen.module.css';

/** Says in a fold how the unit is read and what it counts; nothing for a unit that the glossary does not know, or that stands in words already. */
export function UnitMeaning({ series }: { readonly series: Series }) {
  const glossary = use(glossaryIn(useLanguage().language));
  const meaning = glossary && glossaryUnit(glossary, series.unit);
  const unit = series.unitText || readableUnit(series.unit);
  if (meaning === undefined || unit === '' || patientUnit(unit) !== unit) return null;
  return (
    <details className={styles.fold}>
      <summary>{oneResultTexts('unitMeaning', { unit })}</summary>
      <p>{oneResultTexts('unitSaid', { unit, name: meaning.name })}</p>
      <p>{meaning.what}</p>
    </details>
  );
}
