import type { ReactElement } from 'react'
import { Crash } from './page/crash.tsx'
import { ModelView } from './model/model-view.tsx'
import { UnknownPage } from './page/states.tsx'
import { PatientView } from './patient/patient-view.tsx'
import { PlanView } from './plan/plan-view.tsx'
import { Link, usePathname } from './route/navigation.tsx'
import { parseRoute, type Route } from './route/route.ts'
import { WorklistView } from './worklist/worklist-view.tsx'

function Page({ route }: { readonly route: Route }): ReactElement {
  switch (route.page) {
    case 'list':
      return <WorklistView />
    case 'patient':
      return <PatientView realm={route.realm} id={route.id} />
    case 'plan':
      return <PlanView realm={route.realm} id={route.id} plan={route.plan} />
    case 'model':
      return <ModelView id={route.id} />
    case 'unknown':
      return <UnknownPage />
  }
}

export function App(): ReactElement {
  const pathname = usePathname()
  return (
    <>
      <a className="skip" href="#page">
        Skip to the page
      </a>
      <header className="masthead">
        <Link href="/" className="brand">
          Anodyne
        </Link>
        <span className="quiet">Oral ketamine for chronic pain, supervised</span>
        <Link href="/model" className="masthead-link">
          Models
        </Link>
      </header>
      <main id="page" tabIndex={-1}>
        <Crash key={pathname}>
          <Page route={parseRoute(pathname)} />
        </Crash>
      </main>
      <footer className="colophon">
        Anodyne supports a clinician’s decision and makes none. Not for self-treatment, anaesthesia, acute pain,
        psychiatry or emergencies. <Link href="/model">The models, their sources and their validation</Link>
      </footer>
    </>
  )
}
