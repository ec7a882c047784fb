import { openEmbedded } from '../../server/database/embedded.ts'
import { log } from '../../server/log/log.ts'

// Opens the embedded database as a server does first, and reports it like one.
await openEmbedded(process.env.DATA_DIR)
log.info({ origin: 'nowhere' }, 'listening')
