// The inlined script of launch.html: it leads from the EHR's link to its sign-in page.
import './app/pages/launchPage.ts';
