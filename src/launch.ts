// This is the inlined script of launch.html. It leads from the EHR's link to its sign-in page.
import './app/pages/launchPage.ts';
