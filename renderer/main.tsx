/// <reference types="vite/client" />
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '#renderer/ui/theme.css';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './app/App.tsx';
import { connect } from './app/connect.ts';
import { createTexts } from './app/i18n/i18n.ts';
import { createSession } from './app/session.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the app.');

const session = createSession(connect());
createRoot(root).render(
  <I18nextProvider i18n={createTexts()}>
    <App session={session} />
  </I18nextProvider>,
);
