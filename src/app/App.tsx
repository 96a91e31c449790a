import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect } from 'react';
import { BrowserRouter } from 'react-router';
import { queryClient } from '../lib/query/query-client.ts';
import { handleShortcut } from '../lib/shortcuts/shortcuts.ts';
import { Overlays } from '../ui/Overlays.tsx';
import { Toaster } from '../ui/Toaster.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { AppRoutes } from './routes.tsx';

history.scrollRestoration = 'manual';

/** The whole app: what every page needs around it, and the pages. */
export function App() {
  useEffect(() => {
    document.addEventListener('keydown', handleShortcut);
    return () => document.removeEventListener('keydown', handleShortcut);
  }, []);
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <ErrorBoundary place="">
            <AppRoutes />
          </ErrorBoundary>
          <Overlays />
          <Toaster />
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>
  );
}
