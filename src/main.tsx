import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/boot.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { loadScreenAt } from './app/routes.tsx';
import { captureProblems } from './app/telemetry/capture.ts';
import { startUp } from './app/start-up.ts';

captureProblems();
await startUp();
await loadScreenAt(location.pathname);
createRoot(document.getElementById('root')!).render(<App />);
