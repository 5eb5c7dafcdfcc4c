import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { whenUnauthorized } from '@/api/client';
import { meQuery } from '@/organizations/me';
import { createQueryClient } from './queryClient';
import { createAppRouter } from './router';
import { sessionEndStore } from './sessionEnd';
import { cssVariablesResolver, theme } from './theme/theme';

const cache = createQueryClient();
const router = createAppRouter(cache);
const schemes = localStorageColorSchemeManager({ key: 'clientchats.scheme' });

whenUnauthorized(() => {
  if (cache.getQueryData(meQuery.queryKey)) sessionEndStore.setState({ ended: true });
});

/** The server writes a fresh nonce into the page for every answer; without one there is nothing to hand on. */
function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  return nonce.startsWith('__') ? '' : nonce;
}

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
