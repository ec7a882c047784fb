import type { ComponentType } from 'preact'
import { AuditLog } from './audit/AuditLog.tsx'
import { Categories } from './categories/Categories.tsx'
import { IntegrationCheck } from './check/IntegrationCheck.tsx'
import { Customization } from './customization/Customization.tsx'
import { DataLoader } from './data/DataLoader.tsx'
import { Email } from './email/Email.tsx'
import { Faqs } from './faqs/Faqs.tsx'
import { General } from './general/General.tsx'
import { ApiKeys } from './keys/ApiKeys.tsx'
import type { Section } from './sections.ts'
import { Security } from './security/Security.tsx'
import { Operators } from './team/Operators.tsx'
import { Webhooks } from './webhooks/Webhooks.tsx'
import { Welcome } from './welcome/Welcome.tsx'

const pages: Record<Section, ComponentType> = {
  general: General,
  team: Operators,
  categories: Categories,
  faqs: Faqs,
  welcome: Welcome,
  email: Email,
  customization: Customization,
  security: Security,
  keys: ApiKeys,
  webhooks: Webhooks,
  check: IntegrationCheck,
  data: DataLoader,
  audit: AuditLog,
}

export function SectionPage({ section }: { section: Section }) {
  const Page = pages[section]
  return <Page />
}
