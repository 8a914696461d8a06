import { useEffect, useRef, useState } from 'react';
import { resultFragment, type PatientScreen } from '../../parts/navigation/patientScreens.ts';

/**
 * Leads from one result back to its card, so that a long list need not be searched again. Returns whether a result was opened, and the list
 * has to be whole when it comes back.
 */
export function useReturnToCard(screen: PatientScreen): boolean {
  const opened = useRef('');
  const seriesId = screen.name === 'result' ? screen.seriesId : '';
  const [isReturn, setReturn] = useState(false);
  if (seriesId !== '' && !isReturn) setReturn(true);
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
  return isReturn;
}
