// This is the inlined script of index.html. It exchanges the code, or resumes the session, while the app chunk is on its way.
import './app/pages/boot.ts';
