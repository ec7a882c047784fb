import { CustomerData } from './CustomerData.tsx'
import { DeleteWebsite } from './DeleteWebsite.tsx'
import { Exports } from './Exports.tsx'
import { ExportTickets } from './ExportTickets.tsx'
import { Retention } from './Retention.tsx'

export function Data() {
  return (
    <>
      <ExportTickets />
      <CustomerData />
      <Exports />
      <Retention />
      <DeleteWebsite />
    </>
  )
}
