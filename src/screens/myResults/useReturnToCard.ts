import { useEffect, useRef } from 'react';
import { resultFragment, type PatientScreen } from '../../parts/navigation/patientScreens.ts';

/** Leads from one result back to its card, so that a long list need not be searched again. */
export function useReturnToCard(screen: PatientScreen): void {
  const opened = useRef('');
  const seriesId = screen.name === 'result' ? screen.seriesId : '';
  useEffect(() => {
    const left = opened.current;
    opened.current = seriesId;
    if (left === '' || seriesId !== '') return;
    const link = [...document.querySelectorAll('a')].find(
      (one) => one.getAttribute('href') === resultFragment(left),
    );
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'center' });
  }, [seriesId]);
}
