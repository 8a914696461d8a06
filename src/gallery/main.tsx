import './fixedClock.ts';
import '../testing/setup/filledCatalog.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Gallery } from './Gallery.tsx';
import '../ui/theme/tokens.css';
import '../ui/theme/base.css';
import '../ui/theme/launch.css';

const element = document.getElementById('app');
if (element === null) throw new Error('The page has no #app.');
createRoot(element).render(
  <StrictMode>
    <Gallery query={new URLSearchParams(location.search)} />
  </StrictMode>,
);
