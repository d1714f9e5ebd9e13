import '@fontsource-variable/source-sans-3/wght.css'
import './style/index.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Refused } from './api/refusal.ts'
import { App } from './app.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal is an answer and is shown at once; only silence and a failing server are asked again.
      retry: (failures, error) => failures < 2 && !(error instanceof Refused && error.status > 0 && error.status < 500),
      retryDelay: (failures) => 300 * 2 ** failures,
      networkMode: 'always',
      staleTime: 5_000,
    },
    mutations: { networkMode: 'always' },
  },
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
