import '@fontsource-variable/golos-text/index.css';
import './app/theme/mantine.css';
import './app/theme/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startI18n } from './app/i18n/i18n';

const place = document.getElementById('root');

void startI18n().then(() => {
  if (!place) return;
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});

// Without it the app works as well; it only does not open without a connection.
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
