import { useHasGrowth } from '../../../parts/growth/useChildGrowth.ts';
import { GROWTH_FRAGMENT, type PatientScreen } from '../../../parts/navigation/patientScreens.ts';
import { growthTexts } from './growth.messages.ts';

type GrowthTabProps = { readonly current: PatientScreen['name'] };

/** Leads to the growth of a person under 20 years with a measure of it. */
export const GrowthTab = ({ current }: GrowthTabProps) =>
  useHasGrowth() || current === 'growth' ? (
    <a href={GROWTH_FRAGMENT} aria-current={current === 'growth' ? 'page' : undefined}>
      {growthTexts('tab')}
    </a>
  ) : null;
